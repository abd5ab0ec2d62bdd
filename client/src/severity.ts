import { ConfigurationTarget, Uri, window, workspace } from "vscode";
import type { SetSeverityArguments } from "../../server/src/lsp/protocol.ts";

const LEVELS = [
  { label: "error", description: "reported as an error" },
  { label: "warn", description: "reported as a warning" },
  { label: "off", description: "not reported" },
] as const;

/** The command `portreuse.setSeverity`: writes the severity of a rule into the settings of the workspace or of a folder. */
export async function setSeverity({ rule, uri, level, current, scope }: SetSeverityArguments): Promise<void> {
  const chosen = level ?? (await ask(rule, current));
  if (chosen === undefined) return;
  const section = workspace.getConfiguration("portreuse", Uri.parse(uri));
  const known = section.inspect<Readonly<Record<string, unknown>>>("rules");
  const rules = (scope === "folder" ? known?.workspaceFolderValue : known?.workspaceValue) ?? {};
  const before = rules[rule];
  // The options of the rule stay.
  const value = Array.isArray(before) ? [chosen, ...(before as unknown[]).slice(1)] : chosen;
  await section.update(
    "rules",
    { ...rules, [rule]: value },
    scope === "folder" ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace,
  );
}

async function ask(rule: string, current: string): Promise<(typeof LEVELS)[number]["label"] | undefined> {
  const items = LEVELS.map((each) =>
    each.label === current ? { ...each, description: `${each.description}, as it is now` } : each,
  );
  const options = { title: `Severity of ${rule}`, placeHolder: "In the workspace's settings" };
  return (await window.showQuickPick(items, options))?.label;
}
