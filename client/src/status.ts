import { LanguageStatusSeverity, languages, type Disposable, type DocumentSelector } from "vscode";
import type { Status } from "../../server/src/lsp/protocol.ts";

export interface StatusItem extends Disposable {
  starting(): void;
  /** What the server says of itself. */
  show(status: Status): void;
  failed(reason: string): void;
}

/** The entry behind the braces of the status bar: the state, and which configuration is in force. */
export function createStatusItem(selector: DocumentSelector): StatusItem {
  const item = languages.createLanguageStatusItem("portreuse.status", selector);
  item.name = "portreuse";
  item.command = { command: "portreuse.showOutput", title: "Show Output" };
  const set = (text: string, detail: string, severity: LanguageStatusSeverity, busy: boolean) => {
    Object.assign(item, { text, detail, severity, busy });
  };
  return {
    starting: () => set("portreuse", "starting", LanguageStatusSeverity.Information, true),
    show({ state, message, configuration, problems = [] }) {
      const severity =
        state === "error"
          ? LanguageStatusSeverity.Error
          : problems.length > 0
            ? LanguageStatusSeverity.Warning
            : LanguageStatusSeverity.Information;
      set(
        `portreuse: ${message}`,
        [`levels from ${configuration.source}`, ...problems].join("; "),
        severity,
        state === "scanning",
      );
    },
    failed: (reason) => set("portreuse: not running", reason, LanguageStatusSeverity.Error, false),
    dispose: () => item.dispose(),
  };
}
