// Brings a real VS Code workbench (code-server) and a Chromium to look at it with, into an ignored folder.
import { execFileSync, spawn, type SpawnOptions } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
export const cache = join(root, ".cache", "e2e");

const VERSIONS = { "code-server": "4.139.1", node: "24.21.0" };
const STAMP = `${JSON.stringify(VERSIONS)} 1\n`;

/** Absolute paths. */
export interface EditorTools {
  /** The Node.js that code-server wants. */
  node: string;
  /** code-server's program. */
  entry: string;
  chromium: string;
}

/** Where code-server and Debian's Chromium run. */
export const canHaveEditor = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);

/**
 * Installs what is missing, about 800 MB on the first run, and says where everything is.
 * Throws an error that says what could not be had, and what to do about it.
 */
export async function ensureEditor(): Promise<EditorTools> {
  const nodePackage = `node-linux-${process.arch}`;
  const home = join(cache, "editor");
  const modules = join(home, "node_modules");
  const paths = {
    node: join(modules, nodePackage, "bin", "node"),
    entry: join(modules, "code-server", "out", "node", "entry.js"),
  };
  const stamp = join(home, "installed");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== STAMP) {
    console.log("Installing code-server and its Node.js into .cache/e2e (once, about 800 MB, a minute or two) …");
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), '{ "private": true }\n');
    const env = {
      ...process.env,
      PATH: `${join(modules, nodePackage, "bin")}:${process.env["PATH"]}`,
      npm_config_nodedir: join(modules, nodePackage),
    };
    // The scripts of code-server's dependencies want a compiler; none of what they build is used here.
    const npm = (folder: string, ...args: string[]) =>
      run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...args], {
        cwd: folder,
        env,
      });
    await npm(home, `${nodePackage}@${VERSIONS.node}`);
    await npm(home, `code-server@${VERSIONS["code-server"]}`);
    const vscode = join(modules, "code-server", "lib", "vscode");
    await npm(vscode, "--omit=dev");
    await npm(join(vscode, "extensions"), "--omit=dev");
    for (const unused of ["node_modules/@github", "node_modules/@devcontainers", "extensions/copilot"])
      rmSync(join(vscode, unused), { recursive: true, force: true });
    // TypeScript's own hovers and refactorings would stand among ours; kept aside, not deleted, to be put back by hand.
    const builtin = join(vscode, "extensions", "typescript-language-features");
    if (existsSync(builtin)) renameSync(builtin, join(home, "typescript-language-features"));
    writeFileSync(stamp, STAMP);
  }
  return { ...paths, chromium: await ensureChromium() };
}

async function ensureChromium(): Promise<string> {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
  }
  const found = () => ["chromium", "chromium-browser", "google-chrome"].map(which).find((path) => path !== undefined);
  const present = found();
  if (present !== undefined) return present;
  if (process.getuid?.() !== 0 || which("apt-get") === undefined) {
    throw new Error(
      "The editor tests need Chromium and found none. Install it (Debian: apt-get install chromium), or name its path in the variable CHROMIUM.",
    );
  }
  console.log("Installing Chromium with apt-get (once) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const aptInstall = () =>
    run(
      "apt-get",
      [
        "-o",
        "DPkg::Lock::Timeout=300",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "chromium",
        "fonts-dejavu-core",
      ],
      { env },
    );
  try {
    await aptInstall();
  } catch {
    await run("apt-get", ["-o", "DPkg::Lock::Timeout=300", "update", "-qq"], { env });
    await aptInstall();
  }
  const installed = found();
  if (installed === undefined)
    throw new Error("apt-get said that it installed Chromium, yet there is no chromium in the PATH.");
  return installed;
}

function which(name: string): string | undefined {
  try {
    return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Throws, with the last lines the command printed, when it ends with anything but 0 or takes over ten minutes. */
function run(command: string, args: string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], timeout: 600_000 });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output = (output + chunk).slice(-4000)));
    child.on("error", (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `"${command} ${args.join(" ")}" ended with ${signal ?? `exit code ${code}`}; is the package registry reachable? Its last words:\n${output.trim()}`,
          ),
        );
    });
  });
}
