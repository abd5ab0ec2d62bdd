import type { Connection } from "vscode-languageserver/node";
import { nodeRange, platformsOf, stated } from "../../../rules/src/environment.ts";
import { linesOf } from "../../../rules/src/program/configuration-problem.ts";
import { PLATFORMS } from "../../../rules/src/settings.ts";
import type { InForce, Workspace } from "../project/workspace.ts";
import { methods, type Status } from "./protocol.ts";

/** Reports how things stand whenever that changes: problems to the log, all of it to clients that show it. */
export class StatusLine {
  #sent = "";
  #logged = new Set<string>();
  #settings: readonly string[] = [];
  #source = "recommended";
  #inForce = "recommended rules";
  #scanning = false;

  /** `shown`: whether the client takes `portreuse/status`. */
  constructor(
    readonly connection: Connection,
    readonly workspace: Workspace,
    readonly shown: boolean,
  ) {}

  /** What is wrong with the client's settings: into the log, once each. */
  settingsProblems(problems: readonly string[]): void {
    this.#settings = problems;
    this.update();
  }

  /** What decides about the document that was looked at last. */
  inForce(found: InForce): void {
    this.#source = found.source;
    this.#inForce = inForceWords(found);
    this.update();
  }

  scanning(scanning: boolean): void {
    this.#scanning = scanning;
    this.update();
  }

  update(): void {
    const { problems: eslint, manifests, folders } = this.workspace;
    const wrong = [...this.#settings, ...[...manifests.values()].flat()];
    const problems = [...eslint.values(), ...wrong];
    const lines = [...problems, ...linesOf(this.workspace.programs.problems(), wrong)];
    for (const each of lines) {
      if (this.#logged.has(each)) continue;
      this.#logged.add(each);
      this.connection.console.warn(each);
    }
    for (const each of this.#logged) if (!lines.includes(each)) this.#logged.delete(each);
    if (!this.shown) return;
    const status: Status = {
      state: this.#scanning ? "scanning" : problems.length > 0 ? "error" : "ready",
      message: this.#scanning
        ? "checking the workspace"
        : eslint.size > 0
          ? "the ESLint configuration cannot be used"
          : wrong.length > 0
            ? `${wrong.length} wrong setting${wrong.length === 1 ? "" : "s"}`
            : "ready",
      configuration: { source: this.#source, inForce: this.#inForce },
      ...(problems.length > 0 && { problems: problems.map((each) => withoutFolder(each, folders)) }),
    };
    const text = JSON.stringify(status);
    if (text === this.#sent) return;
    this.#sent = text;
    void this.connection.sendNotification(methods.status, status);
  }
}

/** What is in force, in a few words: "rules of package.json, Node.js >=20, linux". */
function inForceWords({ project: { settings }, source }: InForce): string {
  const severities = source === "recommended" ? "recommended rules" : `rules of ${source}`;
  const runtime = stated("runtime", settings)?.value;
  const node = nodeRange(settings)?.value;
  const { value: platforms } = platformsOf(settings);
  return [
    severities,
    ...(runtime === undefined || runtime === "node" ? [] : [runtime === "bun" ? "Bun" : "Deno"]),
    ...(node === undefined || (runtime ?? "node") !== "node" ? [] : [`Node.js ${node}`]),
    platforms.length === PLATFORMS.length ? "all platforms" : platforms.join(", "),
  ].join(", ");
}

function withoutFolder(problem: string, folders: Workspace["folders"]): string {
  const folder = folders.find(
    ({ path }) => path !== null && /^[\\/]/.test(problem.slice(path.length)) && problem.startsWith(path),
  );
  return problem.slice(folder?.path ? folder.path.length + 1 : 0);
}
