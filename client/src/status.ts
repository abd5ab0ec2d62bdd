import { LanguageStatusSeverity, languages, type Command, type Disposable, type DocumentSelector } from "vscode";
import type { Status } from "../../server/src/lsp/protocol.ts";
import { notRunning, STARTING, viewOf, type StatusView } from "./status-view.ts";

export interface StatusItem extends Disposable {
  starting(): void;
  /** What the server says of itself. */
  show(status: Status): void;
  failed(): void;
}

const SEVERITIES: Readonly<Record<StatusView["severity"], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

const WAYS: Readonly<Record<StatusView["way"], Command>> = {
  output: { command: "portreuse.showOutput", title: "Show Output" },
  problems: { command: "workbench.actions.view.problems", title: "Show Problems" },
  settings: {
    command: "workbench.action.openSettings",
    title: "Open Settings",
    arguments: ["@ext:portreuse.portreuse-vscode"],
  },
  restart: { command: "portreuse.restart", title: "Restart" },
};

/** The entry behind the braces of the status bar. */
export function createStatusItem(selector: DocumentSelector): StatusItem {
  const item = languages.createLanguageStatusItem("portreuse.status", selector);
  item.name = "portreuse";
  const set = ({ text, detail, severity, busy, way }: StatusView) => {
    Object.assign(item, { text, detail, severity: SEVERITIES[severity], busy, command: WAYS[way] });
  };
  return {
    starting: () => set(STARTING),
    show: (status) => set(viewOf(status)),
    failed: () => set(notRunning()),
    dispose: () => item.dispose(),
  };
}
