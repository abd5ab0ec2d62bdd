import type { Connection } from "vscode-languageserver/node";
import { methods, type Status } from "./protocol.ts";
import type { Workspace } from "../project/workspace.ts";

/** Reports to the client how things stand, whenever that changes. */
export class StatusLine {
  #sent = "";
  #logged = new Set<string>();
  #settings: readonly string[] = [];
  #source = "settings";
  #scanning: string | null = null;

  constructor(
    readonly connection: Connection,
    readonly workspace: Workspace,
  ) {}

  /** What is wrong with the client's settings: into the log, once each. */
  settingsProblems(problems: readonly string[]): void {
    this.#settings = problems;
    this.update();
  }

  /** Where the levels of the document that was looked at last come from. */
  source(source: string): void {
    this.#source = source;
    this.update();
  }

  scanning(message: string | null): void {
    this.#scanning = message;
    this.update();
  }

  update(): void {
    const problems = [...this.#settings, ...this.workspace.problems.values()];
    for (const each of problems) {
      if (this.#logged.has(each)) continue;
      this.#logged.add(each);
      this.connection.console.warn(each);
    }
    for (const each of this.#logged) if (!problems.includes(each)) this.#logged.delete(each);
    const state = this.#scanning !== null ? "scanning" : this.workspace.problems.size > 0 ? "error" : "ready";
    const status: Status = {
      state,
      message: this.#scanning ?? (state === "error" ? (problems.at(-1) as string) : "portreuse is ready."),
      configuration: { source: this.#source },
      ...(problems.length > 0 && { problems }),
    };
    const text = JSON.stringify(status);
    if (text === this.#sent) return;
    this.#sent = text;
    void this.connection.sendNotification(methods.status, status);
  }
}
