import assert from "node:assert/strict";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

// The folder that is open, by path; see scripts/e2e/host.ts.
const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
const inFolder = (...path: string[]) => vscode.Uri.joinPath(folder, ...path);
const FIRST = inFolder("first", "server.mjs");
const GUARD = 'process.platform === "linux"';

describe("the packaged extension", () => {
  it("is installed with its icon, its pages and its server", () => {
    const { packageJSON, extensionPath } = extension();
    for (const path of [
      "media/icon.png",
      "server/dist/server.js",
      "rules/docs/no-unguarded-reuse-port.md",
      "rules/docs/kernel.md",
    ])
      assert.ok(existsSync(join(extensionPath, path)), path);
    assert.equal(packageJSON.capabilities.untrustedWorkspaces.supported, true);
  });

  it("starts with a folder of Node.js, and reports", async () => {
    await until(() => extension().isActive, "the extension to start before any file is open");
    const [diagnostic] = await timed(
      "first diagnostic: from opening the first file, a moment after the start of the extension",
      FIRST,
    );
    assert.ok(diagnostic);
    assert.equal(diagnostic.source, "portreuse");
    assert.match(diagnostic.message, /ENOTSUP/);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
  });

  it("links a diagnostic's code to the page that comes with it", () => {
    const code = ours(FIRST)[0]?.code;
    assert.ok(typeof code === "object");
    assert.equal(code.value, "no-unguarded-reuse-port");
    assert.equal(code.target.scheme, "file");
    assert.ok(existsSync(code.target.fsPath), code.target.fsPath);
  });

  it("reports the first diagnostic of another file without delay", async () => {
    await timed(
      "first diagnostic: from opening a further file, which the check of the workspace has seen",
      inFolder("second", "server.ts"),
    );
  });

  it("keeps up with typing", async () => {
    const editor = await vscode.window.showTextDocument(inFolder("second", "server.ts"));
    const [first] = ours(editor.document.uri);
    assert.ok(first);
    const times: number[] = [];
    for (let round = 0; round < 20; round++) {
      // Each keystroke moves the finding by one place, and so its diagnostic.
      const { line } = ours(editor.document.uri)[0]?.range.start ?? assert.fail("the finding is there");
      const started = performance.now();
      const moved = diagnosed(editor.document.uri, ([each]) => each?.range.start.line === line + 1);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "\n"), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
      await moved;
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    time("keystroke: from an edit to its diagnostics, median of 20", times[10] ?? Number.NaN);
    time("keystroke: the slowest of 20", times.at(-1) ?? Number.NaN);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("says in a hover what the kernel does", async () => {
    const { document, position } = await at(FIRST, "listen");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value)))
      .join("\n");
    assert.match(text, /SO_REUSEPORT/);
    assert.match(text, /macOS/);
  });

  it("offers fixes, switches and the explanation, and a fix mends the finding", async () => {
    const { document } = await at(FIRST, "reusePort");
    const range = ours(document.uri)[0]?.range ?? assert.fail("the finding is there");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const titles = actions.map(({ title }) => title);
    for (const expected of [
      /Explain/,
      /Disable .* for this line/,
      /Disable .* for this file/,
      /State reusePort: false/,
    ])
      assert.ok(
        titles.some((title) => expected.test(title)),
        `${expected} in ${titles.join(" | ")}`,
      );
    const fix = actions.find(({ title }) => title.includes(GUARD));
    assert.ok(fix?.edit, titles.join(" | "));
    const gone = diagnosed(
      document.uri,
      (each) => !each.some(({ code }) => ruleOf(code) === "no-unguarded-reuse-port"),
    );
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await gone;
    assert.ok(document.getText().includes(`reusePort: ${GUARD}`));
    const back = diagnosed(document.uri, (each) => each.length > 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await back;
  });

  it("reports files that were never opened, in every folder of the workspace", async () => {
    const uris = [
      inFolder("never-opened", "worker.cjs"),
      vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.at(-1)?.uri ?? folder, "never-opened", "worker.cjs"),
    ];
    for (const uri of uris) await diagnosed(uri, (each) => each.length > 0);
    assert.equal(
      vscode.workspace.textDocuments.some(({ uri }) => uri.path.includes("never-opened")),
      false,
    );
  });

  it("follows files as they are written, and forgets those that go", async () => {
    const uri = inFolder("later", "late.mjs");
    const text = new TextEncoder().encode(
      'import net from "node:net";\nnet.createServer().listen({ port: 4000, reusePort: true });\n',
    );
    await vscode.workspace.fs.writeFile(uri, text);
    await diagnosed(uri, (each) => each.length > 0, 15_000);
    await vscode.workspace.fs.delete(uri);
    await diagnosed(uri, (each) => each.length === 0, 15_000);
  });

  it("takes a changed setting into account at once, and a senseless one without harm", async () => {
    const settings = vscode.workspace.getConfiguration("portreuse", FIRST);
    const level = async (value: unknown, expected: (found: vscode.Diagnostic[]) => boolean) => {
      const settled = diagnosed(FIRST, expected);
      await settings.update("rules", value, vscode.ConfigurationTarget.Workspace);
      await settled;
    };
    const severity = (expected: vscode.DiagnosticSeverity) => (found: vscode.Diagnostic[]) =>
      found.some((each) => ruleOf(each.code) === "no-unguarded-reuse-port" && each.severity === expected);
    await level({ "no-unguarded-reuse-port": "warn" }, severity(vscode.DiagnosticSeverity.Warning));
    await level(
      { "no-unguarded-reuse-port": "off" },
      (found) => !found.some(({ code }) => ruleOf(code) === "no-unguarded-reuse-port"),
    );
    await level({ "no-unguarded-reuse-port": 17, "no-such-rule": null }, severity(vscode.DiagnosticSeverity.Error));
    await level(undefined, severity(vscode.DiagnosticSeverity.Error));
    const silent = diagnosed(FIRST, (each) => each.length === 0);
    await settings.update("diagnostics", "off", vscode.ConfigurationTarget.Workspace);
    await silent;
    const back = diagnosed(FIRST, (each) => each.length > 0);
    await settings.update("diagnostics", undefined, vscode.ConfigurationTarget.Workspace);
    await back;
  });

  it("checks files of virtual file systems that are open", async () => {
    const text = 'import net from "node:net";\nnet.createServer().listen({ port: 4000, reusePort: true });\n';
    const provider = vscode.workspace.registerFileSystemProvider("memfs", memory({ "/virtual/server.mjs": text }));
    try {
      const uri = vscode.Uri.parse("memfs:/virtual/server.mjs");
      const found = diagnosed(uri, (each) => each.length > 0);
      await vscode.window.showTextDocument(uri);
      await found;
    } finally {
      provider.dispose();
    }
  });

  it("explains a rule and a fact in the Markdown preview", async () => {
    for (const [id, title] of [
      ["no-unguarded-reuse-port", "no-unguarded-reuse-port"],
      ["time-wait-blocks-plain-bind", "kernel"],
    ] as const) {
      await vscode.commands.executeCommand("portreuse.explain", id);
      await until(
        () =>
          vscode.window.tabGroups.all
            .flatMap(({ tabs }) => tabs)
            .some(({ label }) => label.includes("Preview") && label.includes(title)),
        `a preview of ${title}`,
      );
    }
  });

  it("shows what the folders open when asked", async () => {
    await vscode.commands.executeCommand("portreuse.showPorts");
    await until(
      () =>
        vscode.workspace.textDocuments.some(
          (each) => each.uri.scheme === "portreuse" && /^# Ports\n\n\S.* listens in /.test(each.getText()),
        ),
      "the page of the ports",
    );
  });

  it("checks the workspace and shows the kernel's limits when asked", async () => {
    const all = () => vscode.languages.getDiagnostics().flatMap(([uri]) => ours(uri)).length;
    const manifest = inFolder("package.json");
    const write = (text: string) => vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(text));
    await write('{ "name": "one", "portreuse": { "nodes": 20 } }');
    await diagnosed(manifest, (each) => each.length === 1);
    const counted = await vscode.commands.executeCommand<{ findings: number }>("portreuse.checkWorkspace");
    assert.ok(counted.findings > 3, String(counted.findings));
    await until(() => all() === counted.findings, `as many in Problems as were counted: ${counted.findings}`);
    await write('{ "name": "one" }\n');
    await diagnosed(manifest, (each) => each.length === 0);
    await vscode.commands.executeCommand("portreuse.showKernelLimits");
    await until(
      () =>
        vscode.workspace.textDocuments.some(
          (each) => each.uri.scheme === "portreuse" && each.getText().includes("ip_local_port_range"),
        ),
      "the page of the kernel's limits",
    );
  });

  it("reports again after a restart of the server", async () => {
    await vscode.window.showTextDocument(FIRST);
    const gone = diagnosed(FIRST, (each) => each.length === 0);
    const restarted = vscode.commands.executeCommand("portreuse.restart");
    await gone;
    await restarted;
    await diagnosed(FIRST, (each) => each.length > 0);
  });
});

function extension(): vscode.Extension<unknown> {
  return vscode.extensions.getExtension("portreuse.portreuse-vscode") ?? assert.fail("the extension is installed");
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "portreuse");
}

function ruleOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Resolves with our diagnostics of a file as soon as they are as expected. */
function diagnosed(
  uri: vscode.Uri,
  expected: (found: vscode.Diagnostic[]) => boolean,
  milliseconds = 20_000,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = ours(uri);
      if (!expected(found)) return;
      end();
      resolve(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      end();
      reject(
        new Error(`after ${milliseconds / 1000} s the diagnostics of ${uri.path} are ${JSON.stringify(ours(uri))}`),
      );
    }, milliseconds);
    const end = () => {
      listener.dispose();
      clearTimeout(timer);
    };
    look();
  });
}

async function at(
  uri: vscode.Uri,
  word: string,
): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  const { document } = await vscode.window.showTextDocument(uri);
  return { document, position: document.positionAt(document.getText().indexOf(word) + 1) };
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`waited 15 s for ${what}`);
}

/** A file system that is nowhere on disk. */
function memory(files: Readonly<Record<string, string>>): vscode.FileSystemProvider {
  const none = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const read = (uri: vscode.Uri) =>
    new TextEncoder().encode(files[uri.path] ?? raise(vscode.FileSystemError.FileNotFound(uri)));
  const refuse = (uri: vscode.Uri) => raise(vscode.FileSystemError.NoPermissions(uri));
  return {
    onDidChangeFile: none.event,
    watch: () => none,
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: read(uri).length }),
    readFile: read,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

function raise(error: Error): never {
  throw error;
}

/** Opens a file, gives its first diagnostics, and notes how long they took; beside it how long the editor took to show the file. */
async function timed(what: string, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  const started = performance.now();
  const found = diagnosed(uri, (each) => each.length > 0);
  const shown = vscode.window.showTextDocument(uri).then(() => performance.now() - started);
  const diagnostics = await found;
  time(what, performance.now() - started);
  time("  the editor took to show that file", await shown);
  return diagnostics;
}

function time(what: string, milliseconds: number): void {
  appendFileSync(process.env["PORTREUSE_TIMES"] ?? "times.txt", `${what}: ${Math.round(milliseconds)} ms\n`);
}
