import { LanguageStatusSeverity, languages, type Command, type Disposable, type DocumentSelector } from "vscode";
import type { Status } from "../../server/src/lsp/protocol.ts";

export interface StatusItem extends Disposable {
  starting(): void;
  /** What the server says of itself. */
  show(status: Status): void;
  failed(reason: string): void;
}

const OUTPUT: Command = { command: "portreuse.showOutput", title: "Show Output" };
const RESTART: Command = { command: "portreuse.restart", title: "Restart the Server" };
const PROBLEMS: Command = { command: "workbench.actions.view.problems", title: "Show Problems" };
const SETTINGS: Command = {
  command: "workbench.action.openSettings",
  title: "Open Settings",
  arguments: ["@ext:portreuse.portreuse-vscode"],
};

/** The entry behind the braces of the status bar: what is in force when all is well, else what is wrong and a way to it. */
export function createStatusItem(selector: DocumentSelector): StatusItem {
  const item = languages.createLanguageStatusItem("portreuse.status", selector);
  item.name = "portreuse";
  const set = (text: string, detail: string, severity: LanguageStatusSeverity, command: Command, busy = false) => {
    Object.assign(item, { text, detail, severity, command, busy });
  };
  return {
    starting: () => set("portreuse: starting", "", LanguageStatusSeverity.Information, OUTPUT, true),
    show({ state, message, configuration, problems: [first, ...more] = [] }) {
      const { Information, Warning } = LanguageStatusSeverity;
      if (state === "scanning") set(`portreuse: ${message}`, "", Information, OUTPUT, true);
      else if (first === undefined) set("portreuse", configuration.inForce, Information, OUTPUT);
      else {
        const detail = more.length > 0 ? `${first} And ${more.length} more.` : first;
        set(`portreuse: ${message}`, detail, Warning, wayTo(first));
      }
    },
    failed: (reason) => set("portreuse: not running", reason, LanguageStatusSeverity.Error, RESTART),
    dispose: () => item.dispose(),
  };
}

/** Where a problem can be seen: the editor's own settings, a file that has a diagnostic, or the log. */
function wayTo(problem: string): Command {
  if (problem.startsWith("portreuse.")) return SETTINGS;
  return /package\.json:/.test(problem) ? PROBLEMS : OUTPUT;
}
