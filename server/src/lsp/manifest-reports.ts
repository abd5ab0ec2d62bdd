import { pathToFileURL } from "node:url";
import type { Connection, Diagnostic } from "vscode-languageserver/node";
import { manifestDiagnostics } from "../project/manifest-problems.ts";
import type { Workspace } from "../project/workspace.ts";

/** An editor that has the file in memory reads it anew some time after we do, in milliseconds. */
const READ_ANEW = 1000;

/**
 * Brings what is wrong with the settings in package.json to the client, whether the file is open or not.
 * It is pushed to everybody: clients pull only for the languages that the server is for.
 */
export class ManifestReports {
  readonly #sent = new Map<string, Diagnostic[]>();

  constructor(
    readonly connection: Connection,
    readonly workspace: Workspace,
    readonly readText: (path: string) => string | null,
  ) {}

  /** The number of diagnostics that the client has. */
  get size(): number {
    return [...this.#sent.values()].reduce((sum, each) => sum + each.length, 0);
  }

  /** Sends what has changed. `complete`: every file has been looked at, so that a package.json nobody asked for has no problems. */
  update(complete: boolean): void {
    const { manifests } = this.workspace;
    for (const path of new Set([...manifests.keys(), ...this.#sent.keys()])) {
      const problems = manifests.get(path) ?? (complete ? [] : null);
      if (problems === null) continue;
      const text = problems.length > 0 ? this.readText(path) : null;
      this.#send(path, text === null ? [] : manifestDiagnostics(path, text.replace(/^\uFEFF/, ""), problems));
    }
  }

  #send(path: string, diagnostics: Diagnostic[]): void {
    if (JSON.stringify(diagnostics) === JSON.stringify(this.#sent.get(path) ?? [])) return;
    if (diagnostics.length > 0) this.#sent.set(path, diagnostics);
    else this.#sent.delete(path);
    const tell = () => void this.connection.sendDiagnostics({ uri: pathToFileURL(path).href, diagnostics });
    tell();
    // Until then the editor moves what it was given along with the text: what is said again stands where it belongs.
    if (diagnostics.length > 0) setTimeout(() => this.#sent.get(path) === diagnostics && tell(), READ_ANEW).unref();
  }
}
