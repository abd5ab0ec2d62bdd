import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { unlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import type { CodeAction, Hover } from "vscode-languageserver-types";
import { Client, Folder, SERVER, type Options } from "./lsp-client.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
const GOOD = 'import http from "node:http";\nhttp.createServer().listen({ port: 3000, reusePort: false });\n';

describe("server", function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const clients: Client[] = [];

  async function session(
    files: Record<string, string>,
    options: Options = {},
  ): Promise<{ folder: Folder; client: Client }> {
    const folder = new Folder(files);
    folders.push(folder);
    const client = await Client.start(folder, options);
    clients.push(client);
    return { folder, client };
  }

  afterEach(async () => {
    for (const each of clients.splice(0)) assert.equal(await each.stop(), 0);
    for (const each of folders.splice(0)) each.remove();
  });

  it("pushes diagnostics to a client that does not pull: on opening, on editing, on closing", async () => {
    const { folder, client } = await session({ "src/a.ts": GOOD, "src/b.ts": LISTEN, "node_modules/x/c.js": LISTEN });
    const [a, b] = [folder.uri("src/a.ts"), folder.uri("src/b.ts")];
    await client.until("the file that is not open", () => client.pushed.get(b)?.length === 1);
    // The text in the editor wins over the one on disk.
    await client.open(a, LISTEN);
    await client.until("diagnostics of the open text", () => client.pushed.get(a)?.length === 1);
    await client.change(a, [
      {
        range: { start: { line: 1, character: 27 }, end: { line: 1, character: 31 } },
        text: "{ port: 3000, exclusive: false }",
      },
    ]);
    await client.until("no diagnostics after the edit", () => client.pushed.get(a)?.length === 0);
    await client.change(a, [{ text: LISTEN }]);
    await client.until("diagnostics again", () => client.pushed.get(a)?.length === 1);
    await client.close(a);
    await client.until("those of the text on disk", () => client.pushed.get(a)?.length === 0);
    assert.equal(
      [...client.pushed.keys()].some((each) => each.includes("node_modules")),
      false,
    );
  });

  it("says which name in a comment is not one of a rule, in files that are open and in others", async () => {
    const text = `// portreuse-disable-next-line no-such\n${GOOD}`;
    const { folder, client } = await session({ "a.ts": text, "b.ts": text });
    const uris = [folder.uri("a.ts"), folder.uri("b.ts")];
    await client.open(uris[0] as string, text);
    for (const uri of uris) {
      await client.until(uri, () => client.pushed.get(uri)?.length === 1);
      const [{ range, severity, message } = assert.fail()] = client.pushed.get(uri) ?? [];
      assert.deepEqual(range, { start: { line: 0, character: 31 }, end: { line: 0, character: 38 } });
      assert.equal(severity, 3);
      assert.match(message as string, /^Unknown rule "no-such" in a comment\./);
    }
  });

  it("keeps files that are not open fresh", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN, ".gitignore": "out/\n" });
    const a = folder.uri("a.ts");
    await client.until("the first scan", () => client.pushed.get(a)?.length === 1);
    await client.until("the watchers", () => client.registered.includes("workspace/didChangeWatchedFiles"));
    folder.write("a.ts", GOOD);
    const b = folder.write("b.ts", LISTEN);
    const ignored = folder.write("out/c.ts", LISTEN);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: a, type: 2 },
        { uri: b, type: 1 },
        { uri: ignored, type: 1 },
      ],
    });
    await client.until("the changes", () => client.pushed.get(a)?.length === 0 && client.pushed.get(b)?.length === 1);
    assert.equal(client.pushed.has(ignored), false);
    unlinkSync(join(folder.path, "b.ts"));
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: b, type: 3 }] });
    await client.until("the file gone", () => client.pushed.get(b)?.length === 0);
  });

  it("answers pulls, and says when nothing has changed", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    const first = await client.request<{ kind: string; resultId: string; items: object[] }>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    assert.equal(first.kind, "full");
    assert.equal(first.items.length, 1);
    const second = await client.request<{ kind: string }>("textDocument/diagnostic", {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    assert.equal(second.kind, "unchanged");
    assert.equal(client.pushed.size, 0);
  });

  it("answers a last pull for a file that was closed with what is on disk", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN, "b.ts": GOOD }, { pull: true });
    for (const [name, text, onDisk] of [
      ["a.ts", GOOD, 1],
      ["b.ts", LISTEN, 0],
    ] as const) {
      const uri = folder.uri(name);
      await client.open(uri, text);
      assert.equal((await client.pull(uri)).length, 1 - onDisk);
      await client.close(uri);
      assert.equal((await client.pull(uri)).length, onDisk);
    }
  });

  it("talks over the channel of a parent process", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true, ipc: true });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    assert.equal((await client.pull(uri)).length, 1);
  });

  it("reports on the workspace, holds the next question until there is news, and stops when told", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN, "b.ts": GOOD }, { pull: true });
    interface Report {
      items: { uri: string; resultId: string; items: object[] }[];
    }
    const ask = (known: Report) =>
      client.request<Report>("workspace/diagnostic", {
        previousResultIds: known.items.map(({ uri, resultId }) => ({ uri, value: resultId })),
      });
    const first = await ask({ items: [] });
    assert.deepEqual(
      first.items.map((each) => [each.uri, each.items.length]),
      [[folder.uri("a.ts"), 1]],
    );
    const next = ask(first);
    folder.write("b.ts", LISTEN);
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri("b.ts"), type: 2 }] });
    const second = await next;
    assert.deepEqual(
      second.items.map((each) => [each.uri, each.items.length]),
      [[folder.uri("b.ts"), 1]],
    );
    assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 2, findings: 2 });
    assert.ok(client.progress.length > 0);
  });

  it("checks the workspace with the text of the editor where a file is open, and with the one on disk once it is closed", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN, "b.ts": GOOD, "c.ts": LISTEN }, { pull: true });
    interface Report {
      items: { uri: string; version: number | null; resultId: string; items: object[] }[];
    }
    const known = new Map<string, string>();
    const ask = async () => {
      const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
      const { items } = await client.request<Report>("workspace/diagnostic", { previousResultIds });
      for (const { uri, resultId } of items) known.set(uri, resultId);
      return items.map((each) => [each.uri.split("/").at(-1), each.version, each.items.length]);
    };
    assert.deepEqual((await ask()).sort(), [
      ["a.ts", null, 1],
      ["c.ts", null, 1],
    ]);
    let news = ask();
    await client.open(folder.uri("a.ts"), GOOD);
    assert.deepEqual(await news, [["a.ts", 1, 0]]);
    news = ask();
    await client.open(folder.uri("b.ts"), LISTEN);
    assert.deepEqual(await news, [["b.ts", 1, 1]]);
    assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 3, findings: 2 });
    await client.change(folder.uri("b.ts"), [{ text: GOOD }]);
    assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 3, findings: 1 });
    assert.deepEqual(await ask(), [["b.ts", 2, 0]]);
    news = ask();
    await client.close(folder.uri("a.ts"));
    assert.deepEqual(await news, [["a.ts", null, 1]]);
    assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 3, findings: 2 });
  });

  it("says in a hover who holds the port right now, and not where machine is switched off", async function () {
    if (process.platform !== "linux") return this.skip();
    const server = createServer().listen(0);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const text = LISTEN.replace("3000", String(port));
    try {
      for (const machine of [true, false]) {
        const { folder, client } = await session({ "a.ts": text }, { settings: { hover: { machine } } });
        await client.open(folder.uri("a.ts"), text);
        const hover = await client.request<Hover>("textDocument/hover", {
          textDocument: { uri: folder.uri("a.ts") },
          position: { line: 1, character: 22 },
        });
        const { value } = hover.contents as { value: string };
        assert.match(value, new RegExp(`bind\\(\\[::\\]:${port}\\)`));
        const said = new RegExp(`Right now[*]*: port ${port} is held by .*\\(pid ${process.pid}, .*\\), yours\\.`);
        assert.equal(said.test(value), machine, value);
      }
    } finally {
      server.close();
    }
  });

  it("hovers, and applies what it offers", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    const hover = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 1, character: 22 },
    });
    assert.match((hover.contents as { value: string }).value, /bind\(\[::\]:3000\)/);
    const diagnostics = await client.pull(uri);
    // Some clients drop the data of a diagnostic.
    const bare = diagnostics.map(({ data: _, ...rest }) => rest);
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: diagnostics[0]?.range,
      context: { diagnostics: bare },
    });
    const [change] = actions[0]?.edit?.documentChanges ?? [];
    assert.ok(change && "edits" in change && change.textDocument.version === 1);
    await client.change(
      uri,
      change.edits.toReversed().map((each) => ({ range: each.range, text: "newText" in each ? each.newText : "" })),
    );
    assert.deepEqual(await client.pull(uri), []);
    assert.deepEqual(
      await client.request("textDocument/codeAction", {
        textDocument: { uri },
        range: diagnostics[0]?.range,
        context: { diagnostics, only: ["refactor"] },
      }),
      [],
    );
  });

  it("offers to state the policy in the nearest package.json, as the editor has it", async () => {
    const manifest = '{\n  "name": "api"\n}\n';
    const { folder, client } = await session({ "package.json": manifest, "src/a.ts": LISTEN }, { pull: true });
    const uri = folder.uri("src/a.ts");
    await client.open(uri, LISTEN);
    const diagnostics = await client.pull(uri);
    const edited = async () => {
      const [first] = await client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: diagnostics[0]?.range,
        context: { diagnostics },
      });
      const [change] = first?.edit?.documentChanges ?? [];
      assert.ok(change && "edits" in change && change.textDocument.uri === folder.uri("package.json"));
      const [edit] = change.edits;
      return [change.textDocument.version, edit && "newText" in edit ? edit.range.start.line : null] as const;
    };
    assert.deepEqual(await edited(), [null, 1]);
    await client.open(folder.uri("package.json"), `\n${manifest}`);
    assert.deepEqual(await edited(), [1, 2]);
  });

  it("offers the same to a client that does not say which diagnostics it shows, and nothing elsewhere", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    const actions = async (character: number, line = 1) => {
      const position = { line, character };
      return client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
    };
    // Before any pull: the version is linted now, and not again when it is pulled.
    const offered = await actions(22);
    assert.ok(offered.some(({ title }) => title.startsWith("Disable")));
    assert.deepEqual(offered[0]?.diagnostics, await client.pull(uri));
    assert.deepEqual(await actions(0, 0), []);
  });

  it("takes a changed setting at once, names a wrong one in the log, and survives null", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    const configured = async (settings: unknown) => {
      const before = client.refreshes;
      client.settings = settings;
      await client.notify("workspace/didChangeConfiguration", { settings: null });
      await client.until("a refresh", () => client.refreshes > before);
      return client.pull(uri);
    };
    assert.equal((await client.pull(uri))[0]?.severity, 2);
    assert.equal((await configured({ rules: { "require-reuse-option": "error" } }))[0]?.severity, 1);
    assert.deepEqual(await configured({ diagnostics: "off" }), []);
    assert.equal((await configured(null)).length, 1);
    assert.equal((await configured({ rules: 7, node: "soon", platforms: null })).length, 1);
    await client.until("both in the log", () =>
      ["portreuse.rules", "portreuse.node"].every((name) => client.logged.some((line) => line.includes(name))),
    );
  });

  it("lives on after documents that no client should send", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN });
    for (const uri of ["file:///x/100%.js", "file:///x/%E0%A4%A.js", "%%%"]) {
      await client.open(uri, LISTEN, "javascript");
      await client.until(`findings of ${uri}`, () => client.pushed.get(uri)?.length === 1);
    }
    for (const textDocument of [{}, { uri: 5 }, { uri: "file:///x/b.js", text: null }])
      await client.notify("textDocument/didOpen", { textDocument });
    const uri = folder.uri("b.ts");
    await client.open(uri, LISTEN);
    await client.until("findings of the next", () => client.pushed.get(uri)?.length === 1);
  });

  it("says what is wrong with a package.json, and goes on", async () => {
    const { folder, client } = await session(
      {
        "a/package.json": '{ "portreuse": ',
        "a/a.ts": LISTEN,
        "b/package.json": '{ "portreuse": { "nodes": 20, "rules": { "require-reuse-option": "loud" } } }',
        "b/b.ts": LISTEN,
      },
      { pull: true },
    );
    for (const name of ["a/a.ts", "b/b.ts"]) {
      await client.open(folder.uri(name), LISTEN);
      assert.equal((await client.pull(folder.uri(name))).length, 1);
    }
    const said = (pattern: RegExp) => client.logged.some((line) => pattern.test(line));
    await client.until(
      "all three in the log",
      () =>
        said(/a\/package\.json:1:16: this is not JSON/) &&
        said(/b\/package\.json: portreuse\.nodes: no such setting/) &&
        said(/b\/package\.json: portreuse\.rules: .*"loud"/),
    );
  });

  it("reports a wrong setting at its key in package.json, open or not, until it is right", async () => {
    const manifest = `{
  "name": "b",
  "portreuse": {
    "nodes": 20,
    "launches": { "src/a.js": { "as": "clusters" } },
    "rules": { "require-reuse-option": "loud", "no-such-rule": "off" }
  }
}
`;
    for (const pull of [true, false]) {
      const { folder, client } = await session(
        { "b/package.json": manifest, "b/b.ts": LISTEN, "a/package.json": "{", "a/a.ts": LISTEN },
        { pull },
      );
      const uri = folder.uri("b/package.json");
      const pushed = () => client.pushed.get(uri) ?? [];
      await client.until("diagnostics of package.json", () => pushed().length === 4);
      const lines = manifest.split("\n");
      assert.deepEqual(
        pushed().map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character)),
        ['"nodes"', '"as"', '"require-reuse-option"', '"no-such-rule"'],
      );
      assert.match(String(pushed()[0]?.message), /^portreuse\.nodes: no such setting\. Did you mean node\?$/);
      const [broken] = client.pushed.get(folder.uri("a/package.json")) ?? [];
      assert.deepEqual(broken?.range.start, { line: 0, character: 1 });
      assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 2, findings: 2 + 5 });
      folder.write("b/package.json", '{ "portreuse": { "node": ">=20" } }');
      await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
      await client.until("none any more", () => client.pushed.get(uri)?.length === 0);
    }
  });

  it("keeps findings where they are while something else is typed that cannot be parsed yet", async () => {
    for (const pull of [true, false]) {
      const { folder, client } = await session({ "a.ts": LISTEN }, { pull });
      const uri = folder.uri("a.ts");
      const lines = async () => {
        const found = pull ? await client.pull(uri) : (client.pushed.get(uri) ?? []);
        return found.map(({ range }) => range.start.line);
      };
      await client.open(uri, LISTEN);
      await client.until("the finding", () => pull || client.pushed.get(uri)?.length === 1);
      assert.deepEqual(await lines(), [1]);
      const seen = new Set<string>();
      for (const [i, typed] of ["", "f", "f(", 'f("', 'f("a', 'f("a"', 'f("a")', 'f("a");'].entries()) {
        const pushes = client.pushes;
        await client.change(uri, [{ text: `${typed}\n${LISTEN}` }]);
        if (!pull) await client.until(`what is pushed after edit ${i}`, () => client.pushes > pushes);
        seen.add(JSON.stringify(await lines()));
      }
      assert.deepEqual([...seen], ["[2]"]);
      const actions = (line: number) =>
        client.request<CodeAction[]>("textDocument/codeAction", {
          textDocument: { uri },
          range: { start: { line, character: 20 }, end: { line, character: 30 } },
          context: { diagnostics: [] },
        });
      assert.ok((await actions(2)).length > 0);
      await client.change(uri, [{ text: `f(\n${LISTEN}` }]);
      assert.deepEqual(await actions(2), [], "what cannot be parsed cannot be edited");
    }
  });

  it("counts what is shown, also of documents in no folder", async () => {
    const { folder, client } = await session({ "a.ts": LISTEN }, { pull: true });
    await client.open("untitled:Untitled-1", LISTEN);
    await client.open(folder.uri("a.ts"), GOOD);
    assert.deepEqual(await client.request("portreuse/checkWorkspace"), { files: 2, findings: 1 });
  });

  it("sends its status to clients that ask for it, and nothing of its own to others", async () => {
    const files = { "package.json": '{ "engines": { "node": ">=22" }, "os": ["linux"] }', "a.ts": LISTEN };
    const { folder, client } = await session(files, { pull: true, initializationOptions: { status: true } });
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    await client.pull(uri);
    const last = () => client.statuses.at(-1);
    await client.until("the scan", () => client.statuses.some((each) => each.state === "scanning"));
    await client.until("that all is well", () => last()?.state === "ready");
    assert.deepEqual(last(), {
      state: "ready",
      message: "ready",
      configuration: { source: "recommended", inForce: "recommended rules, Node.js >=22, linux" },
    });
    folder.write("package.json", '{ "portreuse": { "nodes": 20, "rules": { "require-reuse-option": "error" } } }');
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri("package.json"), type: 2 }] });
    await client.until("the wrong setting", () => last()?.state === "error");
    assert.equal(last()?.message, "1 wrong setting");
    assert.deepEqual(last()?.problems, ["package.json: portreuse.nodes: no such setting. Did you mean node?"]);
    await client.pull(uri);
    await client.until("what is in force", () =>
      /rules of package\.json, all platforms/.test(last()?.configuration.inForce ?? ""),
    );

    const other = await session(files, { pull: true });
    await other.client.open(other.folder.uri("a.ts"), LISTEN);
    assert.equal((await other.client.pull(other.folder.uri("a.ts"))).length, 1);
    await other.client.request("portreuse/checkWorkspace");
    assert.deepEqual(other.client.foreign, []);
    assert.deepEqual(other.client.statuses, []);
  });

  it("logs once what is wrong with configurations of the project", async () => {
    const files = { "package.json": "{}", "a.ts": LISTEN, "compose.yaml": "services: [", "b/package.json": "{" };
    const { folder, client } = await session(files, { pull: true, initializationOptions: { status: true } });
    const logged = (name: string) => client.logged.filter((line) => line.includes(join(folder.path, name))).length;
    for (let i = 0; i < 2; i++) {
      await client.open(folder.uri("a.ts"), LISTEN);
      await client.pull(folder.uri("a.ts"));
      await client.request("portreuse/checkWorkspace");
      await client.until("the lines", () => logged("compose.yaml") + logged("b/package.json") >= 2);
      await client.close(folder.uri("a.ts"));
    }
    assert.deepEqual([logged("compose.yaml"), logged("b/package.json")], [1, 1]);
    // It is nobody's wrong setting.
    assert.equal(client.statuses.at(-1)?.state, "ready");
  });

  it("says which of the options it was started with make no sense, and takes no notice of those that are for others", async () => {
    const { folder, client } = await session(
      { "a.ts": LISTEN },
      {
        pull: true,
        initializationOptions: {
          ...{ trusted: "yes", docsDirectory: "/no/such/folder", statsu: true, status: null },
          ...{ portreuse: { node: 1 }, provideFormatter: true, settings: { runtime: "deon" } },
        },
      },
    );
    await client.open(folder.uri("a.ts"), LISTEN);
    assert.equal((await client.pull(folder.uri("a.ts"))).length, 1);
    assert.deepEqual(
      client.logged.filter((each) => /initializationOptions|portreuse/.test(each)),
      [
        'initializationOptions.trusted: expected true or false, got "yes".',
        'initializationOptions.docsDirectory: expected the path of a folder that is there, got "/no/such/folder".',
        "initializationOptions.statsu: no such option. Did you mean status?",
        'portreuse.runtime: expected one of node, bun, deno, got "deon". Did you mean deno?',
      ],
    );
  });

  it("checks files that are not open in whatever text a byte order mark names", async () => {
    const folder = new Folder({ "package.json": "{}" });
    folders.push(folder);
    writeFileSync(join(folder.path, "wide.ts"), `\uFEFF${LISTEN}`, "utf16le");
    const client = await Client.start(folder);
    clients.push(client);
    await client.until("its finding", () => client.pushed.get(folder.uri("wide.ts"))?.length === 1);
  });

  it("serves unsaved documents and other schemes, with the language that the client names", async () => {
    const { client } = await session({}, { pull: true });
    await client.open("untitled:Untitled-1", "const port: number = 3000;\nserver.listen(port);\n");
    assert.equal((await client.pull("untitled:Untitled-1"))[0]?.code, "require-reuse-option");
    await client.open("vscode-vfs://github/a/b.js", "server.listen(3000)\n", "javascript");
    assert.equal((await client.pull("vscode-vfs://github/a/b.js")).length, 1);
    assert.deepEqual(await client.pull("file:///nowhere/never-opened.ts"), []);
  });

  it("reads the package.json of the folder: levels and settings are data", async () => {
    const { folder, client } = await session(
      { "package.json": '{"portreuse":{"rules":{"require-reuse-option":"off"}}}', "a.ts": LISTEN },
      { pull: true },
    );
    const uri = folder.uri("a.ts");
    await client.open(uri, LISTEN);
    assert.deepEqual(await client.pull(uri), []);
    folder.write("package.json", "{ not JSON");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri("package.json"), type: 2 }] });
    assert.equal((await client.pull(uri)).length, 1);
  });

  it("tells of the kernel's limits", async () => {
    const { client } = await session({});
    const page = await client.request<string | null>("portreuse/kernelLimits");
    if (process.platform === "linux") assert.match(page ?? "", /ip_local_port_range/);
    else assert.equal(page, null);
  });

  it("says in one line what is wrong with its command line", () => {
    for (const [argument, expected] of [
      ["--node-ipc", /needs a parent process/],
      ["--socket=abc", /not "abc"/],
      ["--pipe=", /Usage: /],
      ["--zzz", /Unknown option "--zzz"\. Usage: /],
      ["--stdoi", /Unknown option "--stdoi"\. Did you mean --stdio\?\n$/],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", SERVER, argument], {
        encoding: "utf8",
        cwd: dirname(SERVER),
      });
      assert.equal(status, 2, stderr);
      assert.match(stderr, expected);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    }
  });
});
