import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

declare const EXPERIMENTS_HASH: string | undefined;

/**
 * The hash of the sources that decide what an experiment does and expects. Results recorded with another one are stale.
 * In the bundle, which has no sources beside it, it is the value at the time of bundling.
 */
export function experimentsHash(): string {
  if (typeof EXPERIMENTS_HASH === "string") return EXPERIMENTS_HASH;
  const hash = createHash("sha256");
  const own = [
    "cluster-worker.ts",
    "compare.ts",
    "lab.ts",
    "node.ts",
    "pause.ts",
    "peer.ts",
    "proc.ts",
    "syscalls.ts",
    "tcp.ts",
    "versions.ts",
  ];
  const experiments = readdirSync(join(import.meta.dirname, "experiments"), {
    recursive: true,
    encoding: "utf8",
  }).filter((name) => name.endsWith(".ts"));
  for (const name of [...own, ...experiments.sort().map((each) => join("experiments", each))]) {
    hash.update(`${name}\n`).update(readFileSync(join(import.meta.dirname, name)));
  }
  return `sha256-${hash.digest("hex")}`;
}
