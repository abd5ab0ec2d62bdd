import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver-types";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import type { Status } from "../src/lsp/protocol.ts";

export const SERVER = fileURLToPath(new URL("../src/server.ts", import.meta.url));

export interface Options {
  /** The client asks for diagnostics instead of waiting for them. */
  pull?: boolean;
  /** The channel of `fork` instead of standard input and output. */
  ipc?: boolean;
  /** A server that was built; absent for the one in the sources. */
  program?: string;
  settings?: unknown;
  initializationOptions?: object;
  capabilities?: object;
}

/** A folder on disk that is gone after the test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "portreuse-lsp-"));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this.uri(name);
  }

  uri(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A client of the server, as an editor would be. */
export class Client {
  readonly connection: MessageConnection;
  readonly pushed = new Map<string, Diagnostic[]>();
  readonly logged: string[] = [];
  readonly statuses: Status[] = [];
  readonly registered: string[] = [];
  readonly progress: unknown[] = [];
  /** Notifications that an editor without our client would not know. */
  readonly foreign: string[] = [];
  settings: unknown;
  #process: ChildProcess;
  #versions = new Map<string, number>();
  #watchers = new Set<() => void>();

  private constructor(settings: unknown, ipc: boolean, program?: string) {
    this.settings = settings;
    const channel = ipc ? "--node-ipc" : "--stdio";
    const command = program === undefined ? ["--import", "tsx", SERVER, channel] : [program, channel];
    this.#process = spawn(process.execPath, command, {
      cwd: dirname(SERVER),
      stdio: ["pipe", "pipe", "inherit", ...(ipc ? (["ipc"] as const) : [])],
    });
    this.connection = ipc
      ? createMessageConnection(new IPCMessageReader(this.#process), new IPCMessageWriter(this.#process))
      : createMessageConnection(
          new StreamMessageReader(this.#process.stdout!),
          new StreamMessageWriter(this.#process.stdin!),
        );
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: PublishDiagnosticsParams) =>
        this.#news(() => {
          this.pushes++;
          this.pushed.set(uri, diagnostics);
        }),
    );
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) =>
      this.#news(() => this.logged.push(message)),
    );
    this.connection.onNotification("portreuse/status", (status: Status) =>
      this.#news(() => this.statuses.push(status)),
    );
    this.connection.onNotification((method) => void this.foreign.push(method));
    this.connection.onNotification("$/progress", (each: unknown) => this.#news(() => this.progress.push(each)));
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest(
      "client/registerCapability",
      ({ registrations }: { registrations: { method: string }[] }) =>
        this.#news(() => this.registered.push(...registrations.map((each) => each.method)), null),
    );
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.onRequest("workspace/diagnostic/refresh", () => this.#news(() => this.refreshes++, null));
    this.connection.listen();
  }

  refreshes = 0;
  pushes = 0;

  static async start(
    folder: Folder | null,
    { pull = false, ipc = false, settings = null, program, initializationOptions, capabilities = {} }: Options = {},
  ): Promise<Client> {
    const client = new Client(settings, ipc, program);
    const folders = folder ? [{ uri: pathToFileURL(folder.path).href, name: "folder" }] : null;
    await client.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folders?.[0]?.uri ?? null,
      workspaceFolders: folders,
      initializationOptions,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
          diagnostics: { refreshSupport: true },
        },
        textDocument: { hover: { contentFormat: ["markdown", "plaintext"] }, ...(pull && { diagnostic: {} }) },
        window: { workDoneProgress: true },
        ...capabilities,
      },
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = "typescript"): Promise<void> {
    this.#versions.set(uri, 1);
    await this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, contentChanges: object[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
    return report.items;
  }

  /** Waits until something that the server said makes `test` true. */
  async until(what: string, test: () => boolean, limit = 15_000): Promise<void> {
    if (test()) return;
    await new Promise<void>((resolve, reject) => {
      const done = (finish: () => void) => {
        clearTimeout(late);
        this.#watchers.delete(look);
        finish();
      };
      const look = () => test() && done(resolve);
      const late = setTimeout(
        () =>
          done(() =>
            reject(
              new Error(
                `the server never gave ${what}; last: ${JSON.stringify(this.statuses.at(-1))} ${this.logged.slice(-3).join(" | ")}`,
              ),
            ),
          ),
        limit,
      );
      this.#watchers.add(look);
    });
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** When the server has ended. */
  ended(): Promise<void> {
    return new Promise((resolve) => this.#process.once("exit", () => resolve()));
  }

  /** Goes without a word, as a client does that was killed. */
  hangUp(): void {
    this.connection.dispose();
    this.#process.stdin?.destroy();
    this.#process.stdout?.destroy();
    if (this.#process.connected) this.#process.disconnect();
  }

  /** Sends something that may be no message. */
  sendRaw(text: string): void {
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  /** Asks for a hover before `initialize`. */
  static async early(): Promise<{ hover: unknown; initialized: boolean }> {
    const client = new Client(null, false);
    const hover = client.request("textDocument/hover", {
      textDocument: { uri: "memory:/a.js" },
      position: { line: 0, character: 0 },
    });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const { capabilities } = await client.request<{ capabilities?: object }>("initialize", params);
    await client.notify("initialized", {});
    const answers = { hover: await hover, initialized: capabilities !== undefined };
    await client.stop();
    return answers;
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once("exit", resolve));
    await this.request("shutdown");
    await this.notify("exit", undefined);
    const late = setTimeout(() => this.#process.kill("SIGKILL"), 5000);
    const code = await ended;
    clearTimeout(late);
    this.connection.dispose();
    return code;
  }

  #news<T>(happened: () => unknown, answer?: T): T {
    happened();
    for (const look of [...this.#watchers]) look();
    return answer as T;
  }
}
