/**
 * The runtimes the lab traces: each is an npm package that carries one binary,
 * kept in `.cache/runtimes/<name>/`, apart from the project's own dependencies.
 */
import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const runtimeNames = ["node-20", "node-22", "node-24", "node-26", "bun", "deno"] as const;
export type RuntimeName = (typeof runtimeNames)[number];

interface Package {
  /** What `npm install` is asked for. */
  spec: string;
  /** The binary, from the runtime's own folder. */
  binary: string;
}

/** Where the binaries live: one folder a runtime. */
const runtimesFolder = join(import.meta.dirname, "../.cache/runtimes");

function packageOf(name: RuntimeName): Package | null {
  if (process.platform !== "linux" || (process.arch !== "x64" && process.arch !== "arm64")) return null;
  // Install scripts never run here, so Bun and Deno come from the packages of
  // their platforms; their main packages are launchers filled by such a script.
  const packages = {
    node: { name: `node-linux-${process.arch}`, binary: "bin/node" },
    bun: { name: process.arch === "x64" ? "@oven/bun-linux-x64" : "@oven/bun-linux-aarch64", binary: "bin/bun" },
    deno: { name: `@deno/linux-${process.arch}-glibc`, binary: "deno" },
  };
  const [family, major] = name.split("-") as ["node" | "bun" | "deno", string?];
  const found = packages[family];
  return { spec: `${found.name}@${major ?? "latest"}`, binary: join("node_modules", found.name, found.binary) };
}

/** The path of an installed runtime's binary, or null when it is not there. Installs nothing. */
export async function runtimeBinary(name: RuntimeName): Promise<string | null> {
  const found = packageOf(name);
  if (!found) return null;
  const path = join(runtimesFolder, name, found.binary);
  return access(path, constants.X_OK).then(
    () => path,
    () => null,
  );
}

export interface Installed {
  name: RuntimeName;
  /** Null when it could not be had; `reason` then says why. */
  binary: string | null;
  reason?: string;
}

/**
 * Installs the runtimes that are missing, one after another, and tells what there is now.
 * Never throws for a runtime that cannot be had: no network and an unknown platform are reasons, not errors.
 */
export async function installRuntimes(
  names: readonly RuntimeName[] = runtimeNames,
  say: (line: string) => void = () => {},
): Promise<Installed[]> {
  const installed: Installed[] = [];
  for (const name of names) installed.push(await installRuntime(name, say));
  return installed;
}

async function installRuntime(name: RuntimeName, say: (line: string) => void): Promise<Installed> {
  const present = await runtimeBinary(name);
  if (present) return { name, binary: present };
  const wanted = packageOf(name);
  if (!wanted)
    return { name, binary: null, reason: `there is no npm package of it for ${process.platform}-${process.arch}` };

  say(`installing ${wanted.spec}`);
  const home = join(runtimesFolder, name);
  // Installed aside and moved into place: whoever looks meanwhile sees all of it or nothing.
  const aside = `${home}.${process.pid}`;
  try {
    await mkdir(aside, { recursive: true });
    await writeFile(join(aside, "package.json"), `{ "private": true }\n`);
    const flags = ["--prefix", aside, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    await run("npm", ["install", ...flags, wanted.spec], { cwd: aside, timeout: 180_000 });
    await rename(aside, home).catch(() => {}); // someone else was faster: theirs serves
  } catch (error) {
    return { name, binary: null, reason: `npm could not install ${wanted.spec}: ${lastLine(error)}` };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  const binary = await runtimeBinary(name);
  return binary ? { name, binary } : { name, binary, reason: `${wanted.spec} has no ${wanted.binary}` };
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr || message).split("\n").filter((line) => /error/i.test(line));
  return (lines.find((line) => !/A complete log/.test(line)) ?? message).trim();
}
