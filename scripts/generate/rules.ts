import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JSONSchema4 } from "json-schema";
import { packages } from "../../rules/src/catalogue/index.ts";
import type { Operation } from "../../rules/src/catalogue/types.ts";
import { fact, isFactId, type FactId } from "../../rules/src/kernel/facts.ts";
import { codeWords } from "../../rules/src/kernel/render.ts";
import type { Rule } from "../../rules/src/rule.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { WHY_IGNORED } from "../../rules/src/sockets/why-ignored.ts";
import { VALID_SETTINGS } from "../../rules/src/valid-settings.ts";
import { table } from "./sections.ts";

/** The pictures of docs/images, and the rules whose pages show them. */
const PICTURES: readonly { file: string; alt: string; rules: readonly string[] }[] = [
  {
    file: "connections-by-destinations.svg",
    alt: "Connections against destinations for bind(), IP_BIND_ADDRESS_NO_PORT and no bind()",
    rules: ["no-bind-before-connect"],
  },
  {
    file: "reuseport-shares.svg",
    alt: "The share of connections of each listener in a group",
    rules: ["no-silent-port-sharing"],
  },
  {
    file: "listener-close.svg",
    alt: "Connections lost when a listener closes, with and without tcp_migrate_req",
    rules: ["no-silent-port-sharing"],
  },
  { file: "udp-group-growth.svg", alt: "Flows that move when a UDP group grows", rules: ["no-unicast-reuse-addr"] },
  {
    file: "restart-time-wait.svg",
    alt: "The states of a server's port from SIGKILL to the end of TIME_WAIT",
    rules: ["require-reuse-option"],
  },
];

/** Copies of the pictures beside the pages, for the packages that ship the pages alone: path → contents. */
export function picturesOfPages(root: string): ReadonlyMap<string, string> {
  const there = PICTURES.filter(({ file }) => existsSync(join(root, "docs/images", file)));
  return new Map(
    there.map(({ file }) => [`rules/docs/images/${file}`, readFileSync(join(root, "docs/images", file), "utf8")]),
  );
}

/** The facts that come to a rule's findings from data: what they say of an API stands in the API's row. */
const FACTS_IN_DATA: Readonly<Record<string, readonly (FactId | undefined)[]>> = {
  "no-ignored-socket-option": [
    ...Object.values(WHY_IGNORED).map((each) => each.fact),
    ...operations().flatMap(({ ignores = [] }) => ignores.map((each) => each.fact)),
  ],
  "no-silent-port-sharing": operations().map(({ sharing }) => sharing?.fact),
};

function operations(): Operation[] {
  return packages.flatMap(({ entries }) => Object.values(entries).flatMap(({ does }) => does ?? []));
}

/** The facts that a rule names, each once: those in its source, in that order, then those in its data. */
function factsOfRule(root: string, rule: Rule): FactId[] {
  const source = readFileSync(join(root, "rules/src/rules", `${rule.name}.ts`), "utf8");
  const named = [...source.matchAll(/"([a-z0-9-]+)"/g)].map((match) => match[1] as string).filter(isFactId);
  const inData = FACTS_IN_DATA[rule.name] ?? [];
  return [...new Set([...named, ...inData.filter((each) => each !== undefined)])];
}

function hasSuggestions(root: string, rule: Rule): boolean {
  return /\bsuggestions:/.test(readFileSync(join(root, "rules/src/rules", `${rule.name}.ts`), "utf8"));
}

/** The README's table; `pages` is the path from the README to the rule pages. */
export function rulesTable(root: string, pages: string): string {
  return table(
    ["Rule", "What it does", "`recommended`", "Suggestions"],
    rules.map((rule) => [
      `[${rule.name}](${pages}/${rule.name}.md)`,
      rule.meta.description,
      rule.meta.recommended,
      hasSuggestions(root, rule) ? "yes" : "",
    ]),
  );
}

/** The table for a page that is narrow and whose links lead nowhere, as an extension's page in the editor. */
export function narrowRulesTable(): string {
  return table(
    ["Rule", "What it does", "`recommended`"],
    rules.map(({ name, meta }) => [name, meta.description, meta.recommended]),
  );
}

/** A configuration for oxlint with the levels of `recommended`. */
export function oxlintConfig(): string {
  const levels = Object.fromEntries([
    [`portreuse/${VALID_SETTINGS.name}`, VALID_SETTINGS.level],
    ...rules.map((rule) => [`portreuse/${rule.name}`, rule.meta.recommended]),
  ]);
  return ["```json", JSON.stringify({ jsPlugins: ["eslint-plugin-portreuse"], rules: levels }, null, 2), "```"].join(
    "\n",
  );
}

/** The generated parts of a rule's page. */
export function rulePageSections(root: string, rule: Rule): Readonly<Record<string, string>> {
  const { meta } = rule;
  const options = Object.keys(propertiesOf(meta.schema));
  return {
    head: [
      `${meta.description}.`,
      "",
      `- Rule: \`portreuse/${rule.name}\``,
      `- In \`recommended\`: ${meta.recommended}; in \`strict\`: error`,
      ...(meta.recommended === "off"
        ? [
            `- Alone: \`"portreuse": { "rules": { "${rule.name}": "error" } }\` in package.json, or ` +
              `\`"portreuse/${rule.name}": "error"\` in ESLint`,
          ]
        : []),
      `- Suggestions: ${hasSuggestions(root, rule) ? "yes, in the editor; nothing is changed without being asked for" : "none"}`,
      `- Options: ${options.length > 0 ? options.map((name) => `[\`${name}\`](#options)`).join(", ") : "none"}`,
      "- Where nothing else is said, *the kernel* is Linux.",
    ].join("\n"),
    options: optionsTable(rule),
    facts: factsSection(root, rule),
  };
}

function propertiesOf(schema: JSONSchema4): Readonly<Record<string, JSONSchema4>> {
  return schema.properties ?? {};
}

function optionsTable({ name, meta }: Rule): string {
  const properties = Object.entries(propertiesOf(meta.schema));
  if (properties.length === 0) return "This rule has no options.";
  const defaults = meta.defaultOptions as Readonly<Record<string, unknown>>;
  return [
    table(
      ["Option", "Values", "Default", "Meaning"],
      properties.map(([option, schema]) => [
        `\`${option}\``,
        valuesOf(schema),
        `\`${JSON.stringify(defaults[option])}\``,
        schema.description ?? "",
      ]),
    ),
    "",
    "```jsonc",
    `"portreuse/${name}": ["${meta.recommended}", ${JSON.stringify(defaults)}]`,
    "```",
  ].join("\n");
}

function valuesOf(schema: JSONSchema4): string {
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if ([schema.type].flat().includes("array")) {
    const items = schema.items && !Array.isArray(schema.items) ? schema.items : {};
    const bounds =
      items.minimum !== undefined && items.maximum !== undefined ? ` from ${items.minimum} to ${items.maximum}` : "";
    const count =
      schema.minItems !== undefined && schema.minItems === schema.maxItems ? `${schema.minItems} ` : "a list of ";
    const none = [schema.type].flat().includes("null") ? ", or `null`" : "";
    return `${count}${String(items.type ?? "value")}s${bounds}${none}`;
  }
  return String(schema.type ?? "");
}

function factsSection(root: string, rule: Rule): string {
  const ids = factsOfRule(root, rule);
  const pictures = PICTURES.filter(
    (picture) => picture.rules.includes(rule.name) && existsSync(join(root, "docs/images", picture.file)),
  );
  return [
    ...pictures.flatMap(({ file, alt }) => [`![${alt}](images/${file})`, ""]),
    ...ids.map((id) => {
      const { title, summary, experiment } = fact(id);
      const proof = experiment === null ? "Read in the source, not run." : `Proved by \`npm run lab -- --fact ${id}\`.`;
      return `- **[${codeWords(title)}](kernel.md#${id}).** ${codeWords(summary)} ${proof}`;
    }),
  ].join("\n");
}
