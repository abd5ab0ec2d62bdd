// What runs inside a namespace, bundled into one file: an experiment, or a helper process of one.
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { experiments } from "./experiments/index.ts";
import { findLauncher } from "./namespace.ts";
import { runOne } from "./one.ts";
import { servePeer } from "./peer.ts";
import { runAll } from "./pool.ts";
import { describe, summary, writeResults } from "./output.ts";
import { roles } from "./roles.ts";

/** By fact, put in when this was bundled: there are no sources beside it. */
declare const EXPERIMENT_HASHES: Readonly<Record<string, string>>;

const [mode = "", ...rest] = process.argv.slice(2);
if (mode === "peer") servePeer(rest);
else if (mode === "one" || mode === "control") await one(rest[0] ?? "", mode === "control");
else if (mode === "all") await all(rest);
else if (roles[mode]) roles[mode](rest);
else
  fail(
    `usage: lab.mjs one FACT | control FACT | all [--facts A,B] [--json FILE] [--launcher "busybox unshare -n"] [--jobs N]`,
  );

async function one(fact: string, control: boolean): Promise<void> {
  const report = await runOne(fact, control);
  const text = JSON.stringify(report);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(3, bytes, at);
    process.exit(0);
  } catch {
    // Nobody reads descriptor 3: a person started this. Handles that the experiment left open must not keep it alive.
    process.stdout.write(`${describe(report, true)}\n`, () => process.exit(0));
  }
}

async function all(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      facts: { type: "string" },
      json: { type: "string" },
      launcher: { type: "string" },
      jobs: { type: "string" },
    },
  });
  const launcher = values.launcher?.split(" ") ?? findLauncher();
  if ("why" in launcher) return fail(launcher.why);
  const wanted = values.facts?.split(",");
  const reports = await runAll({
    launcher,
    bundle: process.argv[1] as string,
    runs: experiments
      .map(({ fact }) => ({ fact, node: process.execPath }))
      .filter(({ fact }) => wanted?.includes(fact) ?? true),
    jobs: Number(values.jobs ?? 2),
    env: process.env,
    onReport: (report) => console.log(describe(report, false)),
  });
  if (values.json !== undefined) await writeResults(values.json, reports, EXPERIMENT_HASHES);
  console.log(summary(reports));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
