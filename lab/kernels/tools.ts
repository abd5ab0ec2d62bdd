/** The programs a boot needs, and the Debian packages they come in. */
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { command } from "./command.ts";

const packageOf = { "qemu-system-x86_64": "qemu-system-x86", busybox: "busybox-static", cpio: "cpio" };

/** The path of a program, or null. */
export function which(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // not in this folder
    }
  }
  return null;
}

/**
 * Makes sure that everything is there; as root, Debian's missing packages are installed.
 * Throws one sentence that names what is missing and how to get it.
 */
export async function requireTools(say: (line: string) => void): Promise<void> {
  const onDebian = ["apt-get", "apt-cache", "dpkg-deb"].filter((name) => !which(name));
  if (process.platform !== "linux" || process.arch !== "x64" || onDebian.length > 0) {
    throw new Error(
      "booting Debian's kernels needs an x86-64 Debian (or a relative with its archive in the apt sources)",
    );
  }
  if (missing().length > 0 && process.getuid?.() === 0) {
    say(`installing ${missing().join(", ")}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await command("apt-get", ["-qq", "update"], { timeout: 180_000, env });
    await command("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...missing()], {
      timeout: 300_000,
      env,
    });
  }
  if (missing().length > 0) {
    throw new Error(
      `these Debian packages are missing: ${missing().join(", ")}; install them, or run this as root and they will be`,
    );
  }
}

function missing(): string[] {
  return Object.entries(packageOf)
    .filter(([program]) => !usable(program))
    .map(([, name]) => name);
}

function usable(program: string): boolean {
  const path = which(program);
  return path !== null && (program !== "busybox" || isStatic(path));
}

/** Without a C library in the guest only the static build of busybox runs: its ELF header asks for no interpreter. */
function isStatic(path: string): boolean {
  const elf = readFileSync(path);
  const PT_INTERP = 3;
  const start = Number(elf.readBigUInt64LE(32));
  const size = elf.readUInt16LE(54);
  const headers = Array.from({ length: elf.readUInt16LE(56) }, (_, index) => elf.readUInt32LE(start + index * size));
  return !headers.includes(PT_INTERP);
}
