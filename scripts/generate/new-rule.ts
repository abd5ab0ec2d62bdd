import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { section } from "./sections.ts";

export interface NewRule {
  /** Such as `no-mixed-reuse-port`. */
  name: string;
  /** One sentence without a full stop, beginning with a verb. */
  description: string;
}

/**
 * Makes the files a rule needs and registers it. Gives their paths below the root, the registry last.
 * @throws Error when the name is not a rule name, or taken.
 */
export function newRule(root: string, { name, description }: NewRule): string[] {
  if (!/^(?:no|require|prefer|valid)(?:-[a-z0-9]+)+$/.test(name))
    throw new Error(
      `"${name}" is not a rule name: take lower-case words joined by hyphens, the first one no, require, prefer or valid.`,
    );
  if (!/^[A-Z][^\n]*[^\n.]$/.test(description))
    throw new Error("The description is one sentence without a full stop, beginning with a capital letter.");
  const files: Readonly<Record<string, string>> = {
    [`rules/src/rules/${name}.ts`]: ruleText(name, description),
    [`rules/docs/${name}.md`]: pageText(name, description),
    [`test-fixtures/${name}/reported/first.ts`]: `import http from "node:http";\n\nhttp.createServer().listen({ port: 3000, reusePort: false });\n//                  ^^^^^^ ${name} found\n`,
    [`test-fixtures/${name}/silent/first.ts`]: 'import http from "node:http";\n\nhttp.createServer().listen(0);\n',
  };
  const registry = "rules/src/rules/index.ts";
  const registered = register(readFileSync(join(root, registry), "utf8"), name);
  for (const path of Object.keys(files)) if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, registry), registered);
  return [...Object.keys(files), registry];
}

/** Adds the import in its alphabetical place and the rule at the end of the list. */
export function register(source: string, name: string): string {
  const variable = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const line = `import ${variable} from "./${name}.ts";`;
  const lines = source.split("\n");
  const isImport = (text: string) => /^import \w+ from "\.\//.test(text);
  const later = lines.findIndex((text) => isImport(text) && text > line);
  lines.splice(later < 0 ? lines.findLastIndex(isImport) + 1 : later, 0, line);
  const end = lines.findIndex((text) => text.startsWith("]"));
  if (end < 0) throw new Error("The list of rules has no end.");
  lines.splice(end, 0, `  ${variable},`);
  return lines.join("\n");
}

function ruleText(name: string, description: string): string {
  return `import { NO_OPTIONS, type Rule } from "../rule.ts";

/** Says why what the rule reports is a mistake: the mechanism, in the words of socket(7) and ip(7). */
const rule: Rule = {
  name: ${JSON.stringify(name)},
  meta: {
    type: "problem",
    description: ${JSON.stringify(description)},
    recommended: "warn",
    messages: {
      found: "\`{{call}}\` does it here: what is wrong, what will happen, on which condition.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site) {
    if (site.op !== "listen" || site.transport !== "tcp" || site.endpoint.kind !== "port") return null;
    return { messageId: "found", data: { call: site.label }, at: site.name, facts: ["listener-blocks-reuse-addr"] };
  },
};
export default rule;
`;
}

function pageText(name: string, description: string): string {
  return `# ${name}

${section("head", `${description}.`)}

## What is wrong

Two or three sentences on the mistake and on how it shows.

## What the kernel does

The mechanism, as far as a reader needs it.

## Reported

\`\`\`ts reported
import http from "node:http";

http.createServer().listen({ port: 3000, reusePort: false }); // ✗
\`\`\`

## Silent

\`\`\`ts silent
import http from "node:http";

http.createServer().listen(0);
\`\`\`

## What to do instead

The remedy, the cheapest first.

## Options

${section("options")}

## When not to use it

The program for which the report is wrong.

## Facts

${section("facts")}

## Further reading

- socket(7)
`;
}
