import assert from "node:assert/strict";
import { Client, Folder, type Options } from "./lsp-client.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';

/** What changes while the server still asks for what changed before. */
describe("server, with changes in flight", function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const clients: Client[] = [];

  function folder(): Folder {
    const made = new Folder({ "package.json": "{}", "a.ts": LISTEN });
    folders.push(made);
    return made;
  }
  async function session(around: Folder | null, options: Options = {}): Promise<Client> {
    const client = await Client.start(around, { pull: true, ...options });
    clients.push(client);
    return client;
  }
  function change(client: Client, added: readonly Folder[], removed: readonly Folder[] = []): Promise<void> {
    const named = (each: Folder) => ({ uri: each.uri("."), name: "folder" });
    return client.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: added.map(named), removed: removed.map(named) },
    });
  }
  async function levels(client: Client, asked: readonly Folder[]): Promise<unknown[]> {
    const found = await Promise.all(asked.map((each) => client.pull(each.uri("a.ts"))));
    return found.map((each) => each.map(({ severity }) => severity));
  }

  it("takes a folder that is added while it reads its first settings", async () => {
    const added = folder();
    const client = await session(null);
    await change(client, [added]);
    assert.deepEqual(await levels(client, [added]), [[2]]);
  });

  it("keeps each of several changes of folders and settings that come at once", async () => {
    const [first, second, third] = [folder(), folder(), folder()] as const;
    const client = await session(first);
    assert.deepEqual(await levels(client, [first]), [[2]]);
    await change(client, [second]);
    client.settings = { rules: { "require-reuse-option": "error" } };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await change(client, [third], [first]);
    assert.deepEqual(await levels(client, [first, second, third]), [[], [1], [1]]);
    // A client may name a folder that is there already.
    await change(client, [third, first]);
    await change(client, [], [third]);
    assert.deepEqual(await levels(client, [first, second, third]), [[1], [1], []]);
  });

  it("answers with the settings that were sent before the question, and ends with the last ones", async () => {
    const around = folder();
    const client = await session(around);
    const uri = around.uri("a.ts");
    await client.open(uri, LISTEN);
    const asked: Promise<unknown[]>[] = [];
    for (const level of ["error", "off", "warn", "off", "error"]) {
      client.settings = { rules: { "require-reuse-option": level } };
      await client.notify("workspace/didChangeConfiguration", { settings: null });
      asked.push(client.pull(uri));
    }
    assert.equal((await Promise.all(asked)).length, 5);
    assert.deepEqual(await levels(client, [around]), [[1]]);
  });

  it("keeps the settings that a client has sent, which it cannot ask for, when folders change", async () => {
    const [first, second] = [folder(), folder()] as const;
    const capabilities = { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } };
    const client = await session(first, { capabilities });
    const settings = { portreuse: { rules: { "require-reuse-option": "error" } } };
    await client.notify("workspace/didChangeConfiguration", { settings });
    assert.deepEqual(await levels(client, [first]), [[1]]);
    await change(client, [second]);
    assert.deepEqual(await levels(client, [first, second]), [[1], [1]]);
  });

  afterEach(async () => {
    for (const each of clients.splice(0)) assert.equal(await each.stop(), 0);
    for (const each of folders.splice(0)) each.remove();
  });
});
