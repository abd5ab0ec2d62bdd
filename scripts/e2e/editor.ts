// One VS Code workbench in a Chromium page, with everything of it in a folder that goes away again.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type Page } from "playwright-core";
import type { EditorTools } from "./install.ts";

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "window.restoreWindows": "none",
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

export interface EditorOptions {
  /** Absolute path. */
  vsix: string;
  /** Absolute paths of other extensions beside it, packaged too. */
  others?: readonly string[];
  /** The user's settings, beside those that keep the page quiet. */
  settings?: object;
  /** Whether folders are trusted without being asked for. Default: true. */
  trusted?: boolean;
  /** Let the tests of an extension run. */
  testDriver?: boolean;
  /** The size of the window in CSS pixels, and how many pixels of the screen one of them has. */
  window?: { width: number; height: number; scale: number };
  /** A command that the server of the workbench is run by, with all that it starts: strace with its options. */
  under?: readonly string[];
  /** Variables for the extension host, beside the few that it needs. */
  variables?: Readonly<Record<string, string>>;
}

export interface Editor {
  page: Page;
  /** Absolute path of the folder with the installed extensions. */
  extensions: string;
  /** Opens a folder, or a .code-workspace, and files in it; resolves when the page is loaded, which is before the workbench is ready. */
  open(
    folder: string,
    files?: readonly string[],
    payload?: readonly (readonly [key: string, path: string])[],
  ): Promise<void>;
  /** Ends all processes and removes all that was written. */
  close(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  output: string;
}

/** Installs the extensions and starts the editor with nothing open. */
export async function startEditor(
  tools: EditorTools,
  {
    vsix,
    others = [],
    settings = {},
    trusted = true,
    testDriver = false,
    variables = {},
    under = [],
    window = { width: 1280, height: 760, scale: 1 },
  }: EditorOptions,
): Promise<Editor> {
  const home = mkdtempSync(join(tmpdir(), "portreuse-e2e-"));
  const data = join(home, "data");
  const extensions = join(home, "extensions");
  const config = join(home, "config.yaml");
  mkdirSync(join(data, "User"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(config, "");
  writeFileSync(join(data, "User", "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
  const env = {
    PATH: process.env["PATH"],
    LANG: "C.UTF-8",
    HOME: home,
    XDG_CONFIG_HOME: join(home, "xdg-config"),
    XDG_DATA_HOME: join(home, "xdg-data"),
    XDG_CACHE_HOME: join(home, "xdg-cache"),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...variables,
  };
  const folders = ["--user-data-dir", data, "--extensions-dir", extensions, "--config", config];
  const groups: number[] = [];
  /** In a process group of its own, for the extension host outlives a parent that is ended alone. */
  const start = (args: string[], by: readonly string[] = []): Running => {
    const [command = tools.node, ...words] = [...by, tools.node, tools.entry, ...args];
    const child = spawn(command, words, {
      env,
      cwd: home,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid !== undefined) groups.push(child.pid);
    const running: Running = { child, output: "" };
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (running.output = (running.output + chunk).slice(-20_000)));
    return running;
  };
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close().catch(() => {});
    for (const group of groups) {
      try {
        process.kill(-group, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    await sleep(200);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const installing = start([
      ...[vsix, ...others].flatMap((path) => ["--install-extension", path]),
      "--force",
      ...folders,
    ]);
    const code = await new Promise((resolve) => installing.child.on("close", resolve));
    if (code !== 0) throw new Error(`The extensions could not be installed:\n${installing.output}`);
    const port = await freePort();
    const server = start(
      [
        ...[
          "--auth",
          "none",
          "--bind-addr",
          `127.0.0.1:${port}`,
          "--disable-telemetry",
          "--disable-update-check",
          "--disable-getting-started-override",
          "--disable-proxy",
        ],
        ...(trusted ? ["--disable-workspace-trust"] : []),
        ...(testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []),
        ...folders,
      ],
      under,
    );
    await answers(`http://127.0.0.1:${port}/healthz`, server);
    browser = await chromium.launch({
      executablePath: tools.chromium,
      headless: true,
      args: CHROMIUM_FLAGS,
      timeout: 60_000,
    });
    const context = await browser.newContext({
      viewport: { width: window.width, height: window.height },
      deviceScaleFactor: window.scale,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const open: Editor["open"] = async (folder, files = [], payload = []) => {
      const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
      const entries = [
        ...files.map((file) => ["openFile", remote(file)]),
        ...payload.map(([key, path]) => [key, remote(path)]),
      ];
      const kind = folder.endsWith(".code-workspace") ? "workspace" : "folder";
      await page.goto(
        `http://127.0.0.1:${port}/?${kind}=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(entries))}`,
        { waitUntil: "domcontentloaded", timeout: 60_000 },
      );
    };
    return { page, extensions, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answers(url: string, server: Running): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.child.exitCode !== null) throw new Error(`code-server ended at once:\n${server.output}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Error(`code-server did not answer within 30 s:\n${server.output}`);
}

/** Asked of the kernel; another program may take it before code-server does, and then the start fails visibly. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
