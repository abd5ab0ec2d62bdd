import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { diagnose, parseDocument, type Parsed } from "../service.ts";
import type { InForce, Workspace } from "../workspace.ts";

interface Kept {
  version: number;
  generation: number;
  path: string;
  parsed: Parsed;
}

/** What is known of the open documents: their trees and their last findings. */
export class Documents {
  #parsed = new Map<string, Kept>();
  #last = new Map<string, Diagnostic[]>();
  /** Counts changes of whatever decides about findings beside the text. */
  generation = 0;

  constructor(readonly workspace: Workspace) {}

  /** Changes when the answer of `diagnostics` may. */
  resultId(document: TextDocument): string {
    return `${this.generation} ${document.version}`;
  }

  inForce(document: TextDocument): Promise<InForce> {
    return this.workspace.inForce(document.uri, document.languageId);
  }

  parsed(document: TextDocument, path: string): Parsed {
    const kept = this.#parsed.get(document.uri);
    if (kept?.version === document.version && kept.generation === this.generation && kept.path === path) return kept.parsed;
    const parsed = parseDocument(document, path);
    this.#parsed.set(document.uri, { version: document.version, generation: this.generation, path, parsed });
    return parsed;
  }

  diagnostics(document: TextDocument, { project, silent }: InForce): Diagnostic[] {
    const items = silent ? [] : diagnose(document, this.parsed(document, project.path), project);
    this.#last.set(document.uri, items);
    return items;
  }

  /** Gives diagnostics back the data that some clients do not keep. */
  withData(uri: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
    const same = (a: Diagnostic, b: Diagnostic) => a.code === b.code && JSON.stringify(a.range) === JSON.stringify(b.range);
    return diagnostics.map((each) => (each.data === undefined && each.source === "portreuse" ? (this.#last.get(uri)?.find((mine) => same(mine, each)) ?? each) : each));
  }

  close(uri: string): void {
    this.#parsed.delete(uri);
    this.#last.delete(uri);
  }
}
