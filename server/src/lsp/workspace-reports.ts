import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type PreviousResultId,
  type TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import type { WorkspaceScan } from "../project/workspace-scan.ts";
import { pathOf } from "../project/workspace.ts";
import type { Documents } from "./documents.ts";

/** The findings of a file as the user sees it: of its text in the editor, else of the one on disk. */
interface Current {
  uri: string;
  id: string;
  /** Of an open document. */
  version: number | null;
  items: Diagnostic[];
}

/** What `workspace/diagnostic` answers, and to whom it is news. */
export class WorkspaceReports {
  /** Whoever waits for news. */
  #waiting = new Set<() => void>();
  #answered = false;

  constructor(
    readonly scan: WorkspaceScan,
    readonly open: TextDocuments<TextDocument>,
    readonly documents: Documents,
  ) {}

  changed(): void {
    for (const done of [...this.#waiting]) done();
  }

  /** The number of findings in all files of the folders. */
  async findings(): Promise<number> {
    return (await this.#current()).reduce((sum, each) => sum + each.items.length, 0);
  }

  /** What the client does not know yet: at once the first time, then when there is some. `scanned` is the scan under way. */
  async news(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    scanned: () => Promise<void>,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    await scanned();
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    for (;;) {
      const items = (await this.#current()).filter(({ uri, id, items: found }) => {
        const before = known.get(uri);
        return before !== id && (before !== undefined || found.length > 0);
      });
      if (items.length > 0 || !this.#answered || token.isCancellationRequested) {
        this.#answered = true;
        return items.map(({ uri, id, version, items: found }) => {
          return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items: found };
        });
      }
      await this.#next(token);
      await scanned();
    }
  }

  async #current(): Promise<Current[]> {
    const reports = new Map([...this.scan.reports].map((each) => [pathOf(each.uri), each]));
    const current = new Map<string | null, Current>(
      [...reports].map(([path, { uri, id, items }]) => [path, { uri, id, version: null, items }]),
    );
    for (const document of this.open.all()) {
      const path = pathOf(document.uri);
      if (path === null || !this.scan.has(path)) continue;
      const items = this.documents.diagnostics(document, await this.documents.inForce(document));
      const uri = reports.get(path)?.uri ?? document.uri;
      const { version } = document;
      // By what is shown: what another file has changed may leave it as it was.
      current.set(path, { uri, id: `open ${version} ${JSON.stringify(items)}`, version, items });
    }
    return [...current.values()];
  }

  #next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(done);
      this.#waiting.add(done);
    });
  }
}
