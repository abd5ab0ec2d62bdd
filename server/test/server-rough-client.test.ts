import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { dirname, join } from "node:path";
import { Client, Folder, SERVER } from "./lsp-client.ts";

describe("server with a client that does not keep to the rules, or is killed", function () {
  this.timeout(60_000);

  /** Enough for a scan that somebody can get in the way of. */
  function many(): Folder {
    const text = (i: number) => `require("net").createServer().listen(${3000 + i});\n${"// …\n".repeat(300)}`;
    return new Folder({ ...Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`m${i}.js`, text(i)])) });
  }

  for (const ipc of [false, true])
    for (const busy of [false, true])
      it(`ends within a second when its client is gone, ${ipc ? "over IPC" : "on stdio"}${busy ? ", in the middle of a scan" : ""}`, async () => {
        const folder = busy ? many() : null;
        const client = await Client.start(folder, { ipc });
        if (busy) await client.until("a part of the scan", () => client.progress.length > 1);
        const ended = client.ended();
        const since = performance.now();
        client.hangUp();
        await ended;
        const took = performance.now() - since;
        folder?.remove();
        assert.ok(took < 1_000, `${took} ms`);
      });

  for (const kind of ["socket", "pipe"])
    it(`ends within a second when its client closes the ${kind}`, async function () {
      if (kind === "pipe" && process.platform === "win32") return this.skip();
      const folder = new Folder({});
      const listening = createServer();
      listening.listen(...((kind === "socket" ? [0, "127.0.0.1"] : [join(folder.path, "s")]) as [never]));
      await once(listening, "listening");
      const address = listening.address() as AddressInfo | string;
      const named = typeof address === "string" ? `--pipe=${address}` : `--socket=${address.port}`;
      const server = spawn(process.execPath, ["--import", "tsx", SERVER, named], { cwd: dirname(SERVER) });
      const [socket] = (await once(listening, "connection")) as [Socket];
      const body = JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        // Nobody can watch this one.
        params: { processId: null, rootUri: null, capabilities: {} },
      });
      socket.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      await once(socket, "data");
      const ended = once(server, "exit");
      const since = performance.now();
      socket.destroy();
      listening.close();
      await ended;
      const took = performance.now() - since;
      folder.remove();
      assert.ok(took < 1_000, `${took} ms`);
    });

  it("finishes a scan under which files are deleted, and says nothing of them in the end", async () => {
    const folder = many();
    const client = await Client.start(folder);
    try {
      await client.until("a part of the scan", () => client.progress.length > 1);
      const gone = Array.from({ length: 400 }, (_, i) => `m${2 * i}.js`);
      for (const name of gone) rmSync(join(folder.path, name));
      await client.notify("workspace/didChangeWatchedFiles", {
        changes: gone.map((name) => ({ uri: folder.uri(name), type: 3 })),
      });
      const found = () => [...client.pushed].filter(([, each]) => each.length > 0).map(([uri]) => uri);
      await client.until("findings in all that are left, and in no other", () => {
        const uris = new Set(found());
        return uris.size === 400 && !gone.some((name) => uris.has(folder.uri(name)));
      });
    } finally {
      assert.equal(await client.stop(), 0);
      folder.remove();
    }
  });

  for (const text of [
    "{",
    "null",
    "[]",
    '{"jsonrpc":"2.0","id":{},"method":5}',
    '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}',
  ])
    it(`goes on after a message that is none: ${text}`, async () => {
      const client = await Client.start(null, { pull: true });
      client.sendRaw(text);
      await client.open("memory:/a.js", 'require("net").createServer().listen(3000);\n', "javascript");
      assert.equal((await client.pull("memory:/a.js")).length, 1);
      assert.equal(await client.stop(), 0);
    });

  it("answers what was asked before it was initialized, once it is", async () => {
    const answers = await Client.early();
    assert.deepEqual(answers, { hover: null, initialized: true });
  });
});
