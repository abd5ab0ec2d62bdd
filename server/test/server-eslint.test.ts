import assert from "node:assert/strict";
import { existsSync, mkdirSync, symlinkSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeAction } from "vscode-languageserver-types";
import { EslintConfigs } from "../src/project/eslint-config.ts";
import { Client, Folder, type Options } from "./lsp-client.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** A project that lists the plugin and has ESLint installed; the plugin is a stand-in, for only its configuration is read. */
function project(config: string): Folder {
  const folder = new Folder({
    "package.json": '{"type":"module","devDependencies":{"eslint-plugin-portreuse":"*"}}',
    "eslint.config.js": config,
    "a.js": LISTEN,
    "node_modules/eslint-plugin-portreuse/package.json":
      '{"name":"eslint-plugin-portreuse","type":"module","exports":"./index.js"}',
    "node_modules/eslint-plugin-portreuse/index.js":
      'const rule = { meta: { schema: [{ type: "object" }] }, create: () => ({}) };\nexport default { meta: { name: "eslint-plugin-portreuse" }, rules: { "require-reuse-option": rule, "no-unguarded-reuse-port": rule } };\n',
  });
  mkdirSync(join(folder.path, "node_modules"), { recursive: true });
  symlinkSync(join(modules, "eslint"), join(folder.path, "node_modules/eslint"));
  return folder;
}

const configWith = (rules: string, before = "", plugin = "portreuse") =>
  `import plugin from "eslint-plugin-portreuse";\n${before}\nexport default [{ files: ["**/*.js"], plugins: { ${plugin}: plugin }, rules: { ${rules} }, settings: { portreuse: { platforms: ["linux"] } } }];\n`;

describe("server: levels from the project's ESLint", function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const clients: Client[] = [];

  async function opened(
    config: string,
    options: Options = {},
  ): Promise<{ folder: Folder; client: Client; uri: string }> {
    const folder = project(config);
    folders.push(folder);
    const client = await Client.start(folder, {
      pull: true,
      initializationOptions: { trusted: true, status: true },
      ...options,
    });
    clients.push(client);
    const uri = folder.uri("a.js");
    await client.open(uri, LISTEN, "javascript");
    return { folder, client, uri };
  }

  async function changed(client: Client, folder: Folder, config: string): Promise<void> {
    const before = client.refreshes;
    folder.write("eslint.config.js", config);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uri("eslint.config.js"), type: 2 }],
    });
    await client.until("a refresh", () => client.refreshes > before);
  }

  afterEach(async () => {
    for (const each of clients.splice(0)) assert.equal(await each.stop(), 0);
    for (const each of folders.splice(0)) each.remove();
  });

  it("asks it in a trusted folder, again when the configuration changes, and lets it print", async () => {
    const { folder, client, uri } = await opened(
      configWith('"portreuse/require-reuse-option": "error"', 'console.log("Content-Length: 5\\r\\n\\r\\nhello");'),
    );
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    await client.until("the source", () => client.statuses.at(-1)?.configuration.source === "eslint.config.js");
    await changed(client, folder, configWith('"net/require-reuse-option": "warn"', "", "net"));
    assert.equal((await client.pull(uri))[0]?.severity, 2);
    await changed(client, folder, configWith('"portreuse/no-unguarded-reuse-port": "error"'));
    assert.deepEqual(await client.pull(uri), []);
  });

  it("is silent about files that ESLint leaves out", async () => {
    const { client, uri } = await opened('export default [{ ignores: ["a.js"] }];\n');
    assert.deepEqual(await client.pull(uri), []);
  });

  it("says that a configuration is broken, and goes on with the settings", async () => {
    const { folder, client, uri } = await opened('throw new Error("no config today");\n', {
      settings: { rules: { "require-reuse-option": "error" } },
    });
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    await client.until("the problem", () =>
      client.statuses.some(
        (each) => each.state === "error" && each.problems?.some((line) => line.includes("no config today")) === true,
      ),
    );
    await changed(client, folder, configWith('"portreuse/require-reuse-option": "warn"'));
    assert.equal((await client.pull(uri))[0]?.severity, 2);
    await client.until("that all is well", () => client.statuses.at(-1)?.state === "ready");
  });

  it("outlives a configuration that ends its process", async () => {
    const { client, uri } = await opened("process.exit(1);\n");
    assert.equal((await client.pull(uri)).length, 1);
  });

  it("runs nothing of a folder that is not trusted, until it is", async () => {
    const { folder, client, uri } = await opened(
      configWith(
        '"portreuse/require-reuse-option": "error"',
        'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("./ran", import.meta.url), "");',
      ),
      { initializationOptions: { trusted: false } },
    );
    assert.equal((await client.pull(uri))[0]?.severity, 2);
    assert.equal(existsSync(join(folder.path, "ran")), false);
    const before = client.refreshes;
    await client.notify("portreuse/trust", { trusted: true });
    await client.until("a refresh", () => client.refreshes > before);
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    assert.equal(existsSync(join(folder.path, "ran")), true);
  });

  it("shows nothing twice: with auto it is silent where the ESLint extension shows the same", async () => {
    const config = configWith('"portreuse/require-reuse-option": "error"');
    const { client, uri } = await opened(config, {
      initializationOptions: { trusted: true, eslintExtensionActive: true },
    });
    assert.deepEqual(await client.pull(uri), []);
    assert.ok(
      await client.request("textDocument/hover", { textDocument: { uri }, position: { line: 1, character: 22 } }),
    );
    // As the ESLint extension shows it.
    const range = { start: { line: 1, character: 20 }, end: { line: 1, character: 26 } };
    const theirs = { range, severity: 1, source: "eslint", code: "portreuse/require-reuse-option", message: "…" };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [theirs] },
    });
    assert.ok(actions.some(({ title }) => title.startsWith("Disable")));
    assert.deepEqual(actions[0]?.diagnostics, [theirs], "grouped under the diagnostic that is shown");
    const before = client.refreshes;
    client.settings = { diagnostics: "on" };
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until("a refresh", () => client.refreshes > before);
    assert.equal((await client.pull(uri)).length, 1);
  });

  it("ends with the last of several quick changes, in pushed diagnostics too", async () => {
    const off = configWith('"portreuse/require-reuse-option": "off"');
    const { client, folder, uri } = await opened(off, { pull: false });
    const change = () =>
      client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri("eslint.config.js"), type: 2 }] });
    await client.until("silence", () => client.pushed.get(uri)?.length === 0);
    for (const wait of [10, 100, 300]) {
      await change();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    folder.write("eslint.config.js", configWith('"portreuse/require-reuse-option": "error"'));
    await change();
    await client.until("the new level", () => client.pushed.get(uri)?.[0]?.severity === 1);
    folder.write("eslint.config.js", off);
    await change();
    await change();
    await client.until("silence again", () => client.pushed.get(uri)?.length === 0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(client.pushed.get(uri)?.length, 0);
    assert.equal(
      client.logged.some((line) => line.includes("cannot be used")),
      false,
    );
  });

  it("serves by the settings where there is no configuration, and finds nothing wrong with that", async () => {
    const { client, folder, uri } = await opened("export default [];\n");
    assert.equal((await client.pull(uri)).length, 0);
    unlinkSync(join(folder.path, "eslint.config.js"));
    const before = client.refreshes;
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uri("eslint.config.js"), type: 3 }],
    });
    await client.until("a refresh", () => client.refreshes > before);
    assert.equal((await client.pull(uri)).length, 1);
    await client.until("that all is well", () => client.statuses.at(-1)?.state === "ready");
  });

  it("says which of ESLint's settings make no sense, and uses the others", async () => {
    const config = configWith('"portreuse/require-reuse-option": "error"').replace(
      'platforms: ["linux"]',
      'platforms: ["linux"], node: "soon"',
    );
    const { client, uri } = await opened(config);
    assert.equal((await client.pull(uri)).length, 1);
    await client.until("it in the log", () =>
      client.logged.some((line) => /eslint\.config\.js: settings\.portreuse\.node: expected .*, got "soon"/.test(line)),
    );
  });

  it("does not wait for ever", async () => {
    const folder = project("for (;;);\n");
    folders.push(folder);
    const configs = new EslintConfigs(() => {}, 700);
    const file = join(folder.path, "a.js");
    assert.deepEqual(await configs.ask(dirname(file), file), { error: "it took longer than 0.7 seconds" });
    // Nor once more for the next file.
    assert.deepEqual(await configs.ask(dirname(file), join(folder.path, "b.js")), {
      error: "it took longer than 0.7 seconds",
    });
    configs.forget();
  });
});
