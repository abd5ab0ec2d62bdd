import { CodeActionKind } from "vscode-languageserver-types";
import { directivesOf } from "../../lint/directives.ts";
import { manifestEdit, quickFix, type ActionInput, type ActionPart, type ManifestText } from "./action.ts";
import { isObject, portreuseEdits } from "./manifest-edits.ts";

const LEVELS = ["error", "warn", "off"] as const;

/** Arguments of the command that changes a severity in the client's settings. */
export interface SetSeverityArguments {
  rule: string;
  /** Of the document whose settings change. */
  uri: string;
  /** Absent: the user is asked. */
  level?: "off" | "warn" | "error";
  /** The level that is in force. */
  current: "off" | "warn" | "error";
  /** `workspace`: the settings of the whole workspace; `folder`: those of the document's folder. */
  scope: "workspace" | "folder";
}

/** Changes the severity of the rule where it is decided: in package.json or deno.json, or in the client's settings. */
export const severity: ActionPart = (input) => {
  const { problem, parsed, severities } = input;
  const rule = problem.rule ?? "";
  // What an ESLint configuration or a comment in the file says, nothing else changes.
  if (severities.fromEslint || (parsed.file && Object.hasOwn(directivesOf(parsed.file).levels, rule))) return [];
  return [...inManifest(input, rule), ...inSettings(input, rule)];
};

function inManifest({ problem, diagnostic, client, manifest, severities }: ActionInput, rule: string) {
  if (!manifest || Object.hasOwn(severities.inEditor, rule)) return [];
  return LEVELS.filter((level) => level !== current(problem)).flatMap((level) => {
    const edits = portreuseEdits(manifest.text, ({ rules = {} }) => {
      if (!isObject(rules)) return null;
      const key = [rule, `portreuse/${rule}`].find((name) => Object.hasOwn(rules, name)) ?? rule;
      return { path: ["rules", key, ...(Array.isArray(rules[key]) ? [0] : [])], value: level };
    });
    const title = `Set ${rule} to "${level}" in ${manifestName(manifest)}`;
    return edits ? [quickFix(title, diagnostic, manifestEdit(client, manifest, edits))] : [];
  });
}

/** "package.json", or the deno.json that the settings stand in. */
function manifestName({ uri }: ManifestText): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

function inSettings({ document, problem, diagnostic, client, severities }: ActionInput, rule: string) {
  const { setSeverity } = client;
  if (setSeverity === null || !severities.inFolder) return [];
  const action = (title: string, more: Pick<SetSeverityArguments, "scope" | "level">) => {
    const given: SetSeverityArguments = { rule, uri: document.uri, current: current(problem), ...more };
    const command = { title, command: setSeverity, arguments: [given] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
  };
  return [
    action(`Set ${rule} in the workspace's settings…`, { scope: "workspace" }),
    action(`Set ${rule} to "off" in this folder's settings`, { scope: "folder", level: "off" }),
  ];
}

function current({ severity }: ActionInput["problem"]): "warn" | "error" {
  return severity === 2 ? "error" : "warn";
}
