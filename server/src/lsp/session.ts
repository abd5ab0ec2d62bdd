import { existsSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  type CodeActionParams,
  type Connection,
  type Position,
  type Range,
} from "vscode-languageserver/node";
import { readConfiguration } from "../project/configuration.ts";
import { textOrNull } from "../project/read-text.ts";
import { isOwnAddress } from "../ports/own-addresses.ts";
import { readPort, thisMachine } from "../ports/read-port.ts";
import { readMachine } from "../service/machine.ts";
import { codeActions, hover } from "../service/index.ts";
import { pathOf, Workspace } from "../project/workspace.ts";
import { OPEN_PAGE, type Client } from "./client.ts";
import { DiagnosticsChannel } from "./diagnostics-channel.ts";
import { Documents } from "./documents.ts";
import { initializationProblems } from "./initialization-options.ts";
import { ManifestReports } from "./manifest-reports.ts";
import { nearestManifest } from "./nearest-manifest.ts";
import { StatusLine } from "./status-line.ts";

const CONFIGURES = /[\\/](?:package\.json|deno\.jsonc?|eslint\.config\.[cm]?[jt]s)$/;
const WATCHED = [
  "**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}",
  // Manifests, and data that modules load.
  "**/*.{json,jsonc}",
  "**/.gitignore",
  // What says who runs which file.
  "**/{ecosystem,pm2,process}*.{yml,yaml}",
  "**/{Dockerfile,Procfile}*",
  "**/*compose*.{yml,yaml}",
  "**/pnpm-workspace.yaml",
];

/** What is between a client that has been initialized and its end. */
export class Session {
  readonly workspace: Workspace;
  readonly channel: DiagnosticsChannel;
  readonly #documents: Documents;
  readonly #status: StatusLine;
  /** Those of the last change, of which `workspace.folders` may not know yet. */
  #folders: Client["folders"];
  /** What a client that cannot be asked has sent last. */
  #pushed: unknown = undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(
    readonly connection: Connection,
    readonly client: Client,
    readonly open: TextDocuments<TextDocument>,
  ) {
    const log = (line: string) => connection.console.info(line);
    this.workspace = new Workspace(log, client.docsDirectory);
    this.#folders = client.folders;
    this.workspace.trusted = client.options.trusted === true;
    this.workspace.eslintExtensionActive = client.options.eslintExtensionActive === true;
    this.#documents = new Documents(this.workspace, log);
    this.#status = new StatusLine(connection, this.workspace, client.options.status === true);
    this.channel = new DiagnosticsChannel(
      connection,
      client,
      open,
      this.#documents,
      this.workspace,
      this.#status,
      new ManifestReports(connection, this.workspace, textOrNull),
    );
  }

  async start(): Promise<void> {
    const { connection, client } = this;
    // First of all, or what changes while the settings are read would be lost.
    if (client.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const changed = new Set([...removed, ...added].map((each) => each.uri));
        const kept = this.#folders.filter((each) => !changed.has(each.uri));
        this.#folders = [...kept, ...added.map(({ uri }) => ({ uri, path: pathOf(uri) }))];
        void this.#readSettings(() => this.channel.restart());
      });
    connection.workspace.onDidDeleteFiles(({ files }) => this.channel.gone(files.map((each) => each.uri)));
    connection.workspace.onDidRenameFiles(({ files }) => this.channel.gone(files.map((each) => each.oldUri)));
    await this.#readSettings(() => this.channel.start());
    if (client.configurationChanges)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "portreuse" });
    if (client.watches) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED.map((globPattern) => ({ globPattern })),
      });
    }
  }

  /** When the folders and settings of the last change are in force. */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#settled;) await (seen = this.#settled);
  }

  /** New settings: from the client where it can be asked, else `pushed`. */
  async configure(pushed: unknown): Promise<void> {
    this.#pushed = pushed;
    await this.#readSettings(() => this.channel.restart());
  }

  reconfigure(change: (workspace: Workspace) => void): void {
    change(this.workspace);
    this.workspace.forget();
    this.channel.restart();
  }

  edited(document: TextDocument): void {
    const path = pathOf(document.uri);
    // There are clients that send no text.
    const text: unknown = document.getText();
    if (path !== null && typeof text === "string") this.workspace.programs.edited(path, text);
    this.channel.edited(document);
    this.channel.dependents(document.uri);
  }

  closed(document: TextDocument): void {
    const path = pathOf(document.uri);
    const isOther = path !== null && this.workspace.programs.closed(path);
    this.channel.closed(document);
    // What was not saved counts no longer, for others neither.
    if (isOther) this.channel.dependents(null);
  }

  changedOnDisk(uris: readonly string[]): void {
    const paths = uris.flatMap((each) => pathOf(each) ?? []).filter((each) => !/[\\/]node_modules[\\/]/.test(each));
    if (paths.length > 0) this.workspace.programs.changedOnDisk();
    if (paths.some((each) => CONFIGURES.test(each))) this.reconfigure(() => {});
    else if (paths.some((each) => each.endsWith(".gitignore"))) this.channel.restart();
    else if (paths.length > 0) this.channel.changedOnDisk(paths);
  }

  async hover(uri: string, position: Position) {
    const document = this.open.get(uri);
    if (!document) return null;
    const { project, configuration } = await this.#documents.inForce(document);
    const machine = configuration.hover.machine ? readMachine(textOrNull) : null;
    const source = thisMachine();
    return hover(document, this.#documents.parsed(document, project.path), position, project, {
      parts: configuration.hover,
      format: this.client.hover,
      machine,
      ports: configuration.hover.machine && source ? (port) => readPort(port, source) : null,
      ...(configuration.hover.machine && { isOwnAddress }),
    });
  }

  async codeActions(uri: string, range: Range, { diagnostics, only }: CodeActionParams["context"]) {
    const document = this.open.get(uri);
    if (!document || (only && !only.some((each) => each === "" || each === CodeActionKind.QuickFix))) return [];
    const inForce = await this.#documents.inForce(document);
    const { project, fromEslint, linted, folder } = inForce;
    return codeActions(this.#documents.problemsAt(document, inForce, range, diagnostics), {
      document,
      parsed: this.#documents.parsed(document, project.path),
      project,
      all: this.#documents.problems(document, inForce),
      client: { ...this.client, exists: (each) => existsSync(pathOf(each) ?? "") },
      manifest: nearestManifest(uri, this.workspace, this.open, textOrNull),
      comments: linted ? "eslint" : "portreuse",
      severities: { fromEslint, inEditor: inForce.configuration.rules, inFolder: folder !== null },
    });
  }

  async execute(command: string, given: unknown[] = []): Promise<null> {
    const [rule] = given;
    if (command === OPEN_PAGE && typeof rule === "string" && /^[a-z-]+$/.test(rule)) {
      const uri = this.workspace.page(rule);
      await this.connection.window.showDocument({ uri, external: !uri.startsWith("file:"), takeFocus: true });
    }
    return null;
  }

  /** One after another: an answer that comes late must not undo a later change. */
  #readSettings(use: () => void): Promise<void> {
    return (this.#settled = this.#settled
      .then(() => this.#readNow())
      .then(use)
      .catch((error: unknown) => this.connection.console.error(`Settings could not be read: ${String(error)}`)));
  }

  async #readNow(): Promise<void> {
    const folders = this.#folders;
    const sections = await this.#sections(folders);
    const problems = new Set(initializationProblems(this.client.options));
    const read = (section: unknown) => {
      const found = readConfiguration(section);
      for (const each of found.problems) problems.add(each);
      return found.configuration;
    };
    this.workspace.fallback = read(sections.at(-1));
    this.workspace.folders = folders.map(({ uri, path }, i) => ({ uri, path, configuration: read(sections[i]) }));
    this.#status.settingsProblems([...problems]);
  }

  /** The section of each folder, and last the one for everything else. */
  async #sections(folders: readonly { uri: string }[]): Promise<unknown[]> {
    const scopes = [...folders.map(({ uri }) => ({ scopeUri: uri, section: "portreuse" })), { section: "portreuse" }];
    if (this.client.configuration) {
      const answer = await this.connection.workspace.getConfiguration(scopes).catch(() => null);
      const sections = Array.isArray(answer) ? (answer as unknown[]) : [];
      if (sections.some((each) => each !== null && each !== undefined)) return scopes.map((_, i) => sections[i]);
    }
    return scopes.map(() => this.#pushed ?? this.client.options.settings);
  }
}
