// The settings of the extension, as contributes.configuration of the root package.json has them.
// `tsx client/manifest.ts` writes them; a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rules } from "../rules/src/rules/index.ts";
import { DEFAULT_TEST_FILES, PLATFORMS, RUNTIMES } from "../rules/src/settings.ts";

const LEVELS = { enum: ["off", "warn", "error"] };
const scope = "resource";

/** One property for each rule, with its options, so that the settings editor completes and checks them. */
const ruleLevels = Object.fromEntries(
  rules.map(({ name, meta }) => [
    name,
    {
      anyOf: [LEVELS, { type: "array", items: [LEVELS, meta.schema], minItems: 1, maxItems: 2 }],
      markdownDescription: `${meta.description}.\n\nIn \`recommended\`: \`${meta.recommended}\`.`,
    },
  ]),
);

const part = (description: string) => ({ type: "boolean", default: true, description });

export const configuration = {
  title: "portreuse",
  properties: {
    "portreuse.diagnostics": {
      type: "string",
      enum: ["auto", "on", "off"],
      default: "auto",
      scope,
      markdownDescription: "Whether findings are shown. Hovers and code actions are there in any case.",
      markdownEnumDescriptions: [
        "Yes, except where the ESLint extension is active and runs `eslint-plugin-portreuse`: there it shows them.",
        "Always, even if another extension shows the same.",
        "Never.",
      ],
    },
    "portreuse.rules": {
      type: "object",
      default: {},
      scope,
      markdownDescription:
        'Level of each rule, alone or with options: `{ "require-reuse-option": "off", "no-ephemeral-server-port": ["error", { "range": [32768, 60999] }] }`. Rules that are not named have their level of `recommended`. In a trusted folder whose package.json lists `eslint-plugin-portreuse`, the levels of its ESLint configuration are used.',
      properties: ruleLevels,
      additionalProperties: false,
    },
    "portreuse.node": {
      type: "string",
      default: "",
      scope,
      markdownDescription:
        'Versions of Node.js that the code runs on, as a semver range such as `">=22.12"`. Empty: the key `portreuse` of the nearest package.json decides, then its `engines.node`.',
    },
    "portreuse.runtime": {
      type: ["string", "null"],
      enum: [null, ...RUNTIMES],
      default: null,
      scope,
      markdownDescription: "What runs the code. `null`: the nearest package.json and the file's own imports decide.",
    },
    "portreuse.platforms": {
      type: ["array", "null"],
      items: { type: "string", enum: [...PLATFORMS] },
      uniqueItems: true,
      default: null,
      scope,
      markdownDescription:
        "Platforms that the code runs on, by the names of `process.platform`. `null`: the key `portreuse` of the nearest package.json decides, then its `os`, else all of them.",
    },
    "portreuse.testFiles": {
      type: ["array", "null"],
      items: { type: "string" },
      default: null,
      scope,
      markdownDescription: `Globs of test files, relative to the folder; these are not checked. \`null\`: ${DEFAULT_TEST_FILES.map((glob) => `\`${glob}\``).join(", ")}. An empty list: every file is checked.`,
    },
    "portreuse.workspaceScan": {
      type: "boolean",
      default: true,
      scope,
      markdownDescription:
        "Check the whole folder in the background, not only open files. What `.gitignore` excludes is left out.",
    },
    "portreuse.hover": {
      type: "object",
      default: { syscalls: true, consequences: true, facts: true, machine: true },
      scope,
      markdownDescription: "The parts of a hover.",
      properties: {
        syscalls: part("The system calls that this call makes, in order."),
        consequences: part(
          "What happens to a second process, on a restart, on other platforms and when ports run out.",
        ),
        facts: part("What else is known about the kernel or the runtime here."),
        machine: part("Settings of the kernel of the machine that runs the language server. Linux only."),
      },
      additionalProperties: false,
    },
  },
};

const manifest = fileURLToPath(new URL("../package.json", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const json = JSON.parse(readFileSync(manifest, "utf8"));
  json.contributes = { ...json.contributes, configuration };
  writeFileSync(manifest, `${JSON.stringify(json, null, 2)}\n`);
}
