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

  /** What the client shows: of the folders' files and of whatever else is open. */
  async counts(): Promise<{ files: number; findings: number }> {
    const others = this.open.all().filter(({ uri }) => !this.scan.has(pathOf(uri) ?? ""));
    const shown = [...(await this.#current()), ...(await Promise.all(others.map((each) => this.#opened(each))))];
    return {
      files: this.scan.size + others.length,
      findings: shown.reduce((sum, each) => sum + each.items.length, 0),
    };
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
      const opened = await this.#opened(document);
      current.set(path, { ...opened, uri: reports.get(path)?.uri ?? document.uri });
    }
    return [...current.values()];
  }

  async #opened(document: TextDocument): Promise<Current> {
    const items = this.documents.diagnostics(document, await this.documents.inForce(document));
    const { uri, version } = document;
    // By what is shown: what another file has changed may leave it as it was.
    return { uri, id: `open ${version} ${JSON.stringify(items)}`, version, items };
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
