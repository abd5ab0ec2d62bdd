import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, Hover } from "vscode-languageserver-types";
import { Client, Folder, type Options } from "./lsp-client.ts";

const SERVER = 'import http from "node:http";\nexport const start = () => http.createServer().listen(3000);\n';
const CLUSTER = `import cluster from "node:cluster";
import { start } from "./server.js";
if (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();
else start();
`;
const PLAIN = 'import { start } from "./server.js";\nstart();\n';
const PROCESSES = `import { fork } from "node:child_process";
for (let i = 0; i < 4; i++) fork(new URL("./child.js", import.meta.url));
`;

describe("server, on who runs a file", function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const clients: Client[] = [];

  async function session(files: Record<string, string>, options: Options = {}) {
    const folder = new Folder({ "package.json": '{ "type": "module" }', ...files });
    folders.push(folder);
    const client = await Client.start(folder, options);
    clients.push(client);
    return { folder, client };
  }

  afterEach(async () => {
    for (const each of clients.splice(0)) assert.equal(await each.stop(), 0);
    for (const each of folders.splice(0)) each.remove();
  });

  it("goes by the text in the editor, and checks open documents anew when another one changes", async () => {
    const { folder, client } = await session({ "index.js": PLAIN, "server.js": SERVER });
    const [index, server] = [folder.uri("index.js"), folder.uri("server.js")];
    await client.open(server, SERVER, "javascript");
    await client.until("the listen", () => client.pushed.get(server)?.length === 1);
    await client.open(index, PLAIN, "javascript");
    await client.change(index, [{ text: CLUSTER }]);
    await client.until("silence with the unsaved cluster", () => client.pushed.get(server)?.length === 0);
    await client.change(index, [{ text: PLAIN }]);
    await client.until("the listen again", () => client.pushed.get(server)?.length === 1);
  });

  it("checks files that are not open anew when what runs them changes on disk", async () => {
    const { folder, client } = await session({ "index.js": PLAIN, "server.js": SERVER });
    const server = folder.uri("server.js");
    await client.until("the listen", () => client.pushed.get(server)?.length === 1);
    const index = folder.write("index.js", CLUSTER);
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: index, type: 2 }] });
    await client.until("silence", () => client.pushed.get(server)?.length === 0);
  });

  it("checks files anew when data that they rest on changes on disk, and when what leads to it does", async () => {
    const { folder, client } = await session({
      "index.js": 'import { port } from "@/config.js";\nrequire("net").createServer().listen(port);\n',
      "open.js": 'import { port } from "./lib/config.js";\nrequire("net").createServer().listen(port);\n',
      "lib/config.js": 'import data from "./data.json" with { type: "json" };\nexport const { port } = data;\n',
      "lib/data.json": '{ "port": 3000 }',
      "jsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }',
    });
    const [index, opened] = [folder.uri("index.js"), folder.uri("open.js")];
    await client.open(opened, readFileSync(join(folder.path, "open.js"), "utf8"), "javascript");
    const changed = (name: string, text: string) =>
      client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.write(name, text), type: 2 }] });
    const said = (uri: string, code: string) => () =>
      client.pushed.get(uri)?.some((each) => each.code === code) === true;
    await client.until("a listen", said(index, "require-reuse-option"));
    await client.until("the other", said(opened, "require-reuse-option"));
    await changed("lib/data.json", '{ "port": 40000 }');
    await client.until("another port", said(index, "no-ephemeral-server-port"));
    await client.until("the other", said(opened, "no-ephemeral-server-port"));
    await changed("jsconfig.json", "{}");
    await client.until("a port that is not known", () => !said(index, "no-ephemeral-server-port")());
  });

  it("checks open documents anew when another one is closed without being saved", async () => {
    const text = 'import { port } from "./config.js";\nrequire("net").createServer().listen(port);\n';
    const [saved, unsaved] = ["export const port = 3000;\n", "export const port = 40000;\n"];
    for (const pull of [true, false]) {
      const { folder, client } = await session({ "server.js": text, "config.js": saved }, { pull });
      const [server, config] = [folder.uri("server.js"), folder.uri("config.js")];
      const isEphemeral = async () => {
        const found = pull ? await client.pull(server) : (client.pushed.get(server) ?? []);
        return found.some(({ code }) => code === "no-ephemeral-server-port");
      };
      const news = async (happened: () => Promise<void>) => {
        const { pushes, refreshes } = client;
        await happened();
        await client.until("news", () => (pull ? client.refreshes > refreshes : client.pushes > pushes));
      };
      await client.open(server, text, "javascript");
      await client.until("the first findings", () => pull || client.pushed.get(server)?.length === 1);
      assert.equal(await isEphemeral(), false);
      await client.open(config, unsaved, "javascript");
      await client.until("others", () => pull || client.pushed.get(server)?.length === 2);
      assert.equal(await isEphemeral(), true);
      await news(() => client.close(config));
      await client.until("the first ones again", () => pull || client.pushed.get(server)?.length === 1);
      assert.equal(await isEphemeral(), false);
    }
  });

  it("gives the map of the folders as a page, with the text in the editor", async () => {
    const { folder, client } = await session({
      "pool.js": PROCESSES,
      "child.js": 'import "./server.js";\n',
      "broken.js": "listen(((3000",
    });
    const server = folder.uri("server.js");
    const plain = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
    folder.write("server.js", plain);
    const map = () => client.request<string | null>("portreuse/ports");
    const page = (await map()) ?? "";
    assert.match(page, /^# Ports\n\n\*\*1 conflict: 1 listen in 1 file opens port 3000\.\*\*\n/);
    assert.ok(
      page.includes(`[server.js:2](${server}#L2) | 4 processes, started in [pool.js:2](${folder.uri("pool.js")}#L2) |`),
      page,
    );
    const inFolder = await client.request<string>("portreuse/ports", { links: "folder" });
    assert.ok(
      inFolder.includes("[server.js:2](/server.js#L2) | 4 processes, started in [pool.js:2](/pool.js#L2) |"),
      inFolder,
    );
    await client.open(server, plain.replace("3000", "4000"), "javascript");
    assert.match((await map()) ?? "", /opens port 4000/);
    await client.change(server, [{ text: "// Nothing is opened.\n" }]);
    assert.match((await map()) ?? "", /^# Ports\n\nNo listens in 4 files\.\n$/);
  });

  it("answers a pull with a new result when another file has changed, and says where processes are started", async () => {
    const { folder, client } = await session(
      { "pool.js": PROCESSES, "child.js": 'import "./server.js";\n' },
      { pull: true },
    );
    const [pool, server] = [folder.uri("pool.js"), folder.uri("server.js")];
    const text = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
    await client.open(server, text, "javascript");
    const ask = (previousResultId?: string) =>
      client.request<{ kind: string; resultId: string; items: Diagnostic[] }>("textDocument/diagnostic", {
        textDocument: { uri: server },
        previousResultId,
      });
    const hover = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri: server },
      position: { line: 1, character: 22 },
    });
    assert.match(
      (hover.contents as { value: string }).value,
      /\n\n\*Runs as\*: 4 processes, started in `pool\.js:2`\. {2}\n/,
    );
    const first = await ask();
    assert.deepEqual(
      first.items.map(({ code }) => code),
      ["no-worker-port-conflict"],
    );
    const [related] = first.items[0]?.relatedInformation ?? [];
    assert.equal(related?.location.uri, pool);
    assert.equal(related.location.range.start.line, 1);
    assert.equal((await ask(first.resultId)).kind, "unchanged");
    await client.open(pool, 'console.log("nobody is started");\n', "javascript");
    const second = await ask(first.resultId);
    assert.deepEqual(
      second.items.map(({ code }) => code),
      ["require-reuse-option"],
    );
  });
});
