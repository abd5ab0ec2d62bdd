import { setTimeout as pause } from "node:timers/promises";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type TextDocuments,
  type WorkDoneProgressServerReporter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import type { CheckWorkspaceResult } from "./protocol.ts";
import { pathOf, type InForce, type Workspace } from "../project/workspace.ts";
import { WorkspaceScan, type FileReport } from "../project/workspace-scan.ts";
import type { Client } from "./client.ts";
import type { Documents } from "./documents.ts";
import type { StatusLine } from "./status-line.ts";
import type { ManifestReports } from "./manifest-reports.ts";
import { WorkspaceReports } from "./workspace-reports.ts";

/** Milliseconds of quiet after a keystroke before diagnostics are pushed, and after a change on disk before files are read. */
const TYPING = 60;
const DISK = 100;
/** Milliseconds before a scan begins: what the user looks at comes first, and changes that come together cost one scan. */
const SCAN = 250;

/** Brings findings to the client: it pulls them, or they are pushed to one that cannot. */
export class DiagnosticsChannel {
  readonly #scan: WorkspaceScan;
  readonly #reports: WorkspaceReports;
  readonly #typing = new Map<string, NodeJS.Timeout>();
  readonly #onDisk = new Set<string>();
  #diskTimer: NodeJS.Timeout | undefined;
  #scanned: Promise<void> = Promise.resolve();
  #scans = 0;

  constructor(
    readonly connection: Connection,
    readonly client: Client,
    readonly open: TextDocuments<TextDocument>,
    readonly documents: Documents,
    readonly workspace: Workspace,
    readonly status: StatusLine,
    readonly manifests: ManifestReports,
  ) {
    this.#scan = new WorkspaceScan(
      workspace,
      (path) => open.all().some((each) => pathOf(each.uri) === path),
      (report) => this.#reported(report),
      (line) => connection.console.info(line),
    );
    this.#reports = new WorkspaceReports(this.#scan, open, documents);
  }

  /** The first scan. Requests have waited for it to be begun, so that nobody has an answer that is stale. */
  start(): void {
    this.#scanned = this.#scanAll();
  }

  /** Everything anew: settings or configurations have changed. */
  restart(): void {
    this.documents.generation++;
    this.#scan.outdate();
    if (this.client.pull) {
      if (this.client.refresh) void this.connection.languages.diagnostics.refresh().catch(() => undefined);
    } else for (const document of this.open.all()) this.edited(document, 0);
    this.start();
  }

  /** `textDocument/diagnostic`. */
  async document(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const document = this.open.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: await this.#findingsOnDisk(uri) };
    const resultId = this.documents.resultId(document);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const found = await this.documents.inForce(document);
    this.#looked(found);
    const items = this.documents.diagnostics(document, found);
    // Only now it is known whether they depend on other files.
    return { kind: DocumentDiagnosticReportKind.Full, resultId: this.documents.resultId(document), items };
  }

  /** A document was opened or edited. */
  edited(document: TextDocument, after = TYPING): void {
    if (this.client.pull) {
      // From now on its text in the editor counts; while it is edited, the client asks for the document itself.
      if (document.version <= 1) this.#reports.changed();
      return;
    }
    clearTimeout(this.#typing.get(document.uri));
    this.#typing.set(
      document.uri,
      setTimeout(
        () => void this.#push(document.uri).catch((error: unknown) => this.#failed(error)),
        document.version <= 1 ? 0 : after,
      ),
    );
  }

  /**
   * Another file was edited, or, where `uri` is null, has changed on disk or was closed without being saved: what depends on it
   * is checked anew. Clients that pull do that by themselves after an edit, for they know that files depend on each other.
   */
  dependents(uri: string | null): void {
    const asking = this.open.all().filter((each) => each.uri !== uri && this.documents.asks(each.uri));
    if (asking.length === 0) return;
    if (!this.client.pull) for (const document of asking) this.edited(document);
    else if (uri === null && this.client.refresh)
      void this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  closed(document: TextDocument): void {
    clearTimeout(this.#typing.get(document.uri));
    this.#typing.delete(document.uri);
    this.documents.close(document.uri);
    void this.#findingsOnDisk(document.uri)
      .then((diagnostics) => {
        if (this.client.pull) this.#reports.changed();
        else if (!this.open.get(document.uri)) void this.connection.sendDiagnostics({ uri: document.uri, diagnostics });
      })
      .catch((error: unknown) => this.#failed(error));
  }

  /** Files were made, changed or removed on disk. */
  changedOnDisk(paths: readonly string[]): void {
    for (const each of paths) this.#onDisk.add(each);
    clearTimeout(this.#diskTimer);
    this.#diskTimer = setTimeout(() => {
      const changed = [...this.#onDisk];
      this.#onDisk.clear();
      this.dependents(null);
      void this.#scan.update(changed);
    }, DISK);
  }

  gone(uris: readonly string[]): void {
    for (const each of uris) {
      const path = pathOf(each);
      if (path !== null) this.#scan.dropBelow(path);
    }
  }

  /** `workspace/diagnostic`: answered at once the first time, then when there is news. */
  async workspaceReport(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    return { items: await this.#reports.news(previous, token, () => this.#scanned) };
  }

  async checkWorkspace(): Promise<CheckWorkspaceResult> {
    this.#scanned = this.#scanAll();
    await this.#scanned;
    const { files, findings } = await this.#reports.counts();
    return { files, findings: findings + this.manifests.size };
  }

  /** A file that is not open, or no longer: clients ask a last time for one that they have closed. */
  async #findingsOnDisk(uri: string): Promise<Diagnostic[]> {
    const path = pathOf(uri);
    if (path === null) return [];
    await this.#scan.update([path]);
    return [...this.#scan.reports].find((each) => pathOf(each.uri) === path)?.items ?? [];
  }

  #reported({ uri, items }: FileReport): void {
    if (!this.client.pull) void this.connection.sendDiagnostics({ uri, diagnostics: items });
    this.#reports.changed();
  }

  #looked(found: InForce): void {
    this.manifests.update(false);
    this.status.inForce(found);
  }

  #failed(error: unknown): void {
    this.connection.console.error(
      `Files could not be checked: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  async #push(uri: string): Promise<void> {
    const document = this.open.get(uri);
    if (!document) return;
    const found = await this.documents.inForce(document);
    if (!this.open.get(uri)) return;
    this.#looked(found);
    void this.connection.sendDiagnostics({
      uri,
      version: document.version,
      diagnostics: this.documents.diagnostics(document, found),
    });
  }

  async #scanAll(): Promise<void> {
    const scan = ++this.#scans;
    await pause(SCAN);
    if (scan !== this.#scans) return this.#scanned;
    const progress = await this.#progress();
    this.status.scanning(true);
    try {
      await this.#scan.all(
        () => scan !== this.#scans || progress?.token.isCancellationRequested === true,
        (done, total) => progress?.report(Math.round((100 * done) / total), `${done} of ${total} files`),
      );
      for (const document of this.open.all()) await this.documents.inForce(document);
      this.manifests.update(scan === this.#scans && progress?.token.isCancellationRequested !== true);
    } catch (error) {
      this.#failed(error);
    } finally {
      progress?.done();
      if (scan === this.#scans) this.status.scanning(false);
    }
  }

  async #progress(): Promise<(WorkDoneProgressServerReporter & { token: CancellationToken }) | null> {
    if (!this.client.progress || this.workspace.folders.length === 0) return null;
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin("portreuse: checking the workspace", 0, undefined, true);
    return progress;
  }
}
