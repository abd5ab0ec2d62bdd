// The settings of the extension, as contributes.configuration of the root package.json has them, and the schema of the key
// `portreuse` in package.json. `npm run generate` writes both.
import { rules } from "../rules/src/rules/index.ts";
import { SETTINGS } from "../rules/src/settings.ts";

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

/**
 * The settings that all rules share. An editor sends the default of a setting as if somebody had set it, so the default says
 * nothing: the key in package.json decides then. Only for a plain string has the settings editor no field that takes `null`.
 */
const shared = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { kind, meaning, absent }]) => {
    const isText = kind.schema.type === "string" && !kind.schema.enum;
    const unset = isText ? "Empty" : "`null`";
    return [
      `portreuse.${name}`,
      {
        ...kind.schema,
        ...(!isText && { type: [kind.schema.type, "null"] }),
        ...(kind.schema.enum && { enum: [null, ...kind.schema.enum] }),
        default: isText ? "" : null,
        scope,
        markdownDescription: `${meaning} ${unset}: the key \`portreuse\` of the nearest package.json decides. Without it: ${absent}.`,
      },
    ];
  }),
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
        'Severity of a rule, alone or with options: `{ "require-reuse-option": "off", "no-ephemeral-server-port": ["error", { "range": [32768, 60999] }] }`. A rule that is not named has its severity of `recommended`. In a trusted folder whose package.json lists `eslint-plugin-portreuse`, the severities of its ESLint configuration are used.',
      properties: ruleLevels,
      additionalProperties: false,
    },
    ...shared,
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
        consequences: part("What this call does, and what a second process gets."),
        facts: part("What holds under a condition: a restart, other platforms. Where errors come from."),
        machine: part("Who holds the port right now, and limits of the machine's kernel. Linux only."),
      },
      additionalProperties: false,
    },
  },
};

/** What the key `portreuse` of package.json may hold, for editors that know JSON schema (draft 7). */
export const packageSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Settings of portreuse in package.json",
  type: "object",
  properties: {
    portreuse: {
      type: "object",
      description: "Settings of portreuse.",
      properties: {
        ...Object.fromEntries(
          Object.entries(SETTINGS).map(([name, { kind, meaning, absent }]) => [
            name,
            {
              ...kind.schema,
              markdownDescription: `${meaning} Absent: ${absent}.`,
              description: plain(`${meaning} Absent: ${absent}.`),
            },
          ]),
        ),
        rules: {
          type: "object",
          description: "Severity of a rule, alone or with options, for the command line and the editor.",
          properties: ruleLevels,
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
};

/** Without the marks of Markdown that editors without it would show. */
function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}
