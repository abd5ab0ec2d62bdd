import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { Client, Folder } from "./lsp-client.ts";
import { FILES, OTHER, SETTINGS, TYPED } from "./stress-texts.ts";

const EDITS = Number(process.env["STRESS_EDITS"] ?? 400);
/** One and the same where nobody gives another, so that no change fails by lot; the long run draws one. */
const SEEDS =
  process.env["PROPERTY_SEED"] === undefined ? [20261126, 370931262] : [Number(process.env["PROPERTY_SEED"])];
/** Between two measurements of memory, in edits. */
const WARM = 100;

const CODE = Object.keys(FILES).filter((name) => name.endsWith(".js"));

const step = fc.record({
  what: fc.constantFrom(
    "edit",
    "edit",
    "edit",
    "edit",
    "edit",
    "stale",
    "open",
    "close",
    "write",
    "delete",
    "settings",
    "hover",
    "action",
    "cancel",
    "folder",
  ),
  name: fc.constantFrom(...CODE),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 30 }),
  text: fc.constantFrom(...TYPED),
  settings: fc.constantFrom(...SETTINGS),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** An editor with its documents, and what it does to the server. */
class Editor {
  readonly open = new Map<string, TextDocument>();
  readonly folder = new Folder(FILES);
  readonly other = new Folder(OTHER);
  hasOther = false;
  edits = 0;

  constructor(readonly client: Client) {}

  async do({ what, name, at, length, text, settings }: Step): Promise<void> {
    const uri = this.folder.uri(name);
    const document = this.open.get(uri);
    switch (what) {
      case "edit":
      case "stale":
        if (document) return this.#edit(document, at, length, text, what === "stale");
        return this.#show(uri, name);
      case "open":
        return document ? undefined : this.#show(uri, name);
      case "close":
        this.open.delete(uri);
        return this.client.close(uri);
      case "write":
        this.folder.write(name, `${FILES[name] as string}// ${text}\n`);
        return this.#changed(uri, 2);
      case "delete":
        rmSync(join(this.folder.path, name), { force: true });
        return this.#changed(uri, 3);
      case "settings":
        this.client.settings = settings;
        return this.client.notify("workspace/didChangeConfiguration", { settings: null });
      case "folder":
        return this.toggleOther();
      default:
        return this.#ask(uri, document, what, at);
    }
  }

  async #show(uri: string, name: string): Promise<void> {
    const document = TextDocument.create(uri, "javascript", 1, FILES[name] as string);
    this.open.set(uri, document);
    await this.client.open(uri, document.getText(), "javascript");
  }

  async #edit(document: TextDocument, at: number, length: number, text: string, stale: boolean): Promise<void> {
    this.edits++;
    const start = Math.floor(at * document.getText().length);
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    if (stale)
      return this.client.notify("textDocument/didChange", {
        textDocument: { uri: document.uri, version: 0 },
        contentChanges: [{ range, text }],
      });
    await this.client.change(document.uri, [{ range, text }]);
  }

  #changed(uri: string, type: number): Promise<void> {
    return this.client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  }

  toggleOther(): Promise<void> {
    const folder = { uri: this.other.uri("."), name: "other" };
    this.hasOther = !this.hasOther;
    const event = this.hasOther ? { added: [folder], removed: [] } : { added: [], removed: [folder] };
    return this.client.notify("workspace/didChangeWorkspaceFolders", { event });
  }

  async #ask(uri: string, document: TextDocument | undefined, what: string, at: number): Promise<void> {
    const textDocument = { uri };
    const position = document?.positionAt(Math.floor(at * document.getText().length)) ?? { line: 0, character: 0 };
    const range = { start: position, end: position };
    if (what === "hover") await this.client.request("textDocument/hover", { textDocument, position });
    if (what === "action")
      await this.client.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
    if (what === "cancel") {
      const source = new CancellationTokenSource();
      const asked = this.client.connection.sendRequest("textDocument/diagnostic", { textDocument }, source.token);
      source.cancel();
      await asked.catch(() => {});
    }
  }

  /** What the server says of every open document, and of the files on disk that are open nowhere. */
  async findings(): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const uri of this.uris()) found[uri] = comparable(await this.client.pull(uri));
    return found;
  }

  /** Of all code, also of the other folder's, whether it is there or not. */
  uris(): string[] {
    return [...CODE.map((name) => this.folder.uri(name)), this.other.uri("app.js")];
  }

  remove(): void {
    this.folder.remove();
    this.other.remove();
  }
}

function comparable(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics.map(({ range, code, message, severity }) => ({ range, code, message, severity }));
}

/** Of the server's process, in MB; null where there is no Linux to ask. */
function memoryOf(pid: number): number | null {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / 2 ** 20;
  } catch {
    return null;
  }
}

describe("server under stress", function () {
  this.timeout(600_000);

  for (const seed of SEEDS)
    it(`after ${EDITS} edits among everything else says what a fresh one says, and keeps its memory (PROPERTY_SEED=${seed})`, async () => {
      const client = await Client.start(null, { pull: true });
      const editor = new Editor(client);
      await client.notify("workspace/didChangeWorkspaceFolders", {
        event: { added: [{ uri: editor.folder.uri("."), name: "folder" }], removed: [] },
      });
      let warm: number | null = null;
      let fresh: Client | null = null;
      try {
        for (let round = 0; editor.edits < EDITS; round++) {
          for (const each of fc.sample(step, { numRuns: 50, seed: seed + round })) await editor.do(each);
          if (warm === null && editor.edits > WARM) {
            await editor.findings();
            warm = memoryOf(client.pid);
          }
        }
        // Whatever was thrown away by the stress itself: what cannot be parsed any more has nothing to compare.
        for (const [uri, document] of editor.open) {
          const text = FILES[uri.split("/").at(-1) as string] as string;
          const end = document.positionAt(document.getText().length);
          await client.change(uri, [{ range: { start: { line: 0, character: 0 }, end }, text }]);
        }
        for (const name of CODE) editor.folder.write(name, FILES[name] as string);
        await client.notify("workspace/didChangeWatchedFiles", {
          changes: CODE.map((name) => ({ uri: editor.folder.uri(name), type: 2 })),
        });
        if (!editor.hasOther) await editor.toggleOther();
        client.settings = { platforms: ["linux", "darwin"] };
        await client.notify("workspace/didChangeConfiguration", { settings: null });
        const kept = await editor.findings();
        const memory = memoryOf(client.pid);

        fresh = await Client.start(editor.folder, { pull: true, settings: client.settings });
        for (const uri of editor.open.keys())
          await fresh.open(uri, FILES[uri.split("/").at(-1) as string] as string, "javascript");
        const anew: Record<string, unknown> = {};
        await fresh.notify("workspace/didChangeWorkspaceFolders", {
          event: { added: [{ uri: editor.other.uri("."), name: "other" }], removed: [] },
        });
        for (const uri of editor.uris()) anew[uri] = comparable(await fresh.pull(uri));
        assert.deepEqual(kept, anew);
        assert.ok(
          Object.values(kept).some((each) => (each as unknown[]).length > 0),
          "there is something to compare",
        );
        if (warm !== null && memory !== null) assert.ok(memory < warm + 80, `${warm} MB, then ${memory} MB`);
      } finally {
        await fresh?.stop();
        assert.equal(await client.stop(), 0);
        editor.remove();
      }
    });
});
