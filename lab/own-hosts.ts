import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lab } from "./lab.ts";

/** Arguments of unshare(1) that run a command with an /etc/hosts of its own. */
export function withHosts(lab: Lab, hosts: string, command: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "lab-"));
  lab.onEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "hosts");
  writeFileSync(file, hosts);
  return ["-m", "sh", "-c", `mount --bind "$1" /etc/hosts && shift && exec "$@"`, "sh", file, ...command];
}
