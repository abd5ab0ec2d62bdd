import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Diagnostic, Hover, TextEdit } from "vscode-languageserver-types";
import type { PackageJson, UserSettings } from "../../rules/src/settings.ts";
import { recommendedLevels, type RuleLevels } from "../src/lint/levels.ts";
import { DEFAULTS } from "../src/project/configuration.ts";
import type { ActionInput } from "../src/service/actions/action.ts";
import type { Machine } from "../src/service/machine.ts";
import {
  codeActions,
  diagnose,
  hover,
  parseDocument,
  type ActionClient,
  type HoverSettings,
  type Project,
} from "../src/service/index.ts";

export interface Given {
  path?: string;
  package?: PackageJson | null;
  settings?: UserSettings;
  levels?: RuleLevels;
  version?: number;
  /** The project around the file. */
  program?: Project["program"];
  /** The text of package.json, where an action may edit it. */
  manifest?: string;
  /** Whose comments switch rules off. Default: ESLint's. */
  comments?: ActionInput["comments"];
  severities?: Partial<ActionInput["severities"]>;
}

export interface Opened {
  document: TextDocument;
  project: Project;
  /** Of the `|` in the text, which is taken out. */
  cursor: number;
  diagnostics: Diagnostic[];
  actions(client?: Partial<ActionClient>): CodeAction[];
  /** Its text; where a line is broken within a paragraph another one begins, so that tests need not know which it is. */
  hover(settings?: Partial<HoverSettings>): string | null;
  hovered(): Hover | null;
}

export const MACHINE: Machine = {
  kernel: "6.12.1",
  portRange: [40000, 40009],
  ports: 9,
  reserved: "40001",
  switches: { tcp_tw_reuse: "2" },
};

/** Opens a text in which `|` stands for the cursor. */
export function open(marked: string, given: Given = {}): Opened {
  const path = given.path ?? "src/server.ts";
  const cursor = marked.indexOf("|");
  const text = cursor === -1 ? marked : marked.slice(0, cursor) + marked.slice(cursor + 1);
  const document = TextDocument.create(`file:///project/${path}`, "", given.version ?? 1, text);
  const project: Project = {
    path,
    settings: { host: given.settings ?? {}, hostName: "portreuse", package: given.package ?? null },
    levels: given.levels ?? recommendedLevels(),
    page: (rule) => `file:///pages/${rule}.md`,
    ...(given.program && { program: given.program }),
  };
  const parsed = parseDocument(document, path);
  const problems = diagnose(document, parsed, project);
  const hovered = (settings: Partial<HoverSettings> = {}) =>
    hover(document, parsed, document.positionAt(cursor), project, {
      parts: DEFAULTS.hover,
      format: "markdown",
      machine: null,
      ports: null,
      ...settings,
    });
  return {
    document,
    project,
    cursor,
    diagnostics: problems.map((each) => each.diagnostic),
    actions: (changed = {}) => {
      const client = {
        versioned: true,
        createFiles: true,
        snippets: false,
        setSeverity: null,
        explain: "portreuse.explain",
        exists: () => false,
        ...changed,
      };
      const manifest =
        given.manifest === undefined
          ? null
          : { uri: "file:///project/package.json", text: given.manifest, version: null };
      const severities = { fromEslint: false, inEditor: {}, inFolder: true, ...given.severities };
      const comments = given.comments ?? "eslint";
      return codeActions(problems, {
        document,
        parsed,
        project,
        all: problems,
        client,
        manifest,
        comments,
        severities,
      });
    },
    hover: (settings) => {
      const contents = hovered(settings)?.contents;
      return contents === undefined ? null : (contents as { value: string }).value.replaceAll("  \n", "\n\n");
    },
    hovered,
  };
}

/** The text after an action's edits of this document. */
export function after({ document }: Opened, action: CodeAction | undefined): string {
  const edits = (action?.edit?.documentChanges ?? []).flatMap((each) =>
    "edits" in each && each.textDocument.uri === document.uri ? (each.edits as TextEdit[]) : [],
  );
  return TextDocument.applyEdits(document, edits);
}

export function titled(actions: readonly CodeAction[], title: RegExp): CodeAction | undefined {
  return actions.find((each) => title.test(each.title));
}
