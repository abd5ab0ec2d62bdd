// `npm run lab`: every experiment in a network namespace of its own.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isFactId } from "../rules/src/kernel/facts.ts";
import { optionsOf } from "./arguments.ts";
import { bundleLab } from "./bundle.ts";
import { experiments } from "./experiments/index.ts";
import { experimentHashes } from "./hash.ts";
import { findLauncher, runInNamespace } from "./namespace.ts";
import { runOne } from "./one.ts";
import { describe, writeResults } from "./output.ts";
import { passed } from "./report.ts";
import { runtimePathsVariable } from "./runtime-paths.ts";
import { runtimeBinary, runtimeNames } from "./runtimes-cache.ts";
import { runSuite } from "./suite.ts";

const usage = `npm run lab [-- OPTIONS]
  --fact ID       run one experiment and print what it did, call by call
  --in-process    with --fact: run it in the current network namespace, which it changes
  --node PATH     run the experiments with that Node.js instead of this one
  --here          do not try the other versions of Node.js that npm run lab:runtimes installed
  --control       with --fact: play it with its mechanism removed, which has to come out differently
  --json FILE     write what was observed`;

const values = optionsOf(
  "npm run lab",
  {
    fact: { type: "string" },
    "in-process": { type: "boolean" },
    node: { type: "string", default: process.execPath },
    here: { type: "boolean" },
    json: { type: "string" },
    control: { type: "boolean" },
    help: { type: "boolean" },
  },
  "; npm run lab -- --help tells what there is",
);

const folder = join(import.meta.dirname, "../.cache/lab");
const bundle = join(folder, `lab-${process.pid}.mjs`);

if (values.help) console.log(usage);
else if (values.fact !== undefined && !known(values.fact)) process.exitCode = 2;
else if (values.fact !== undefined && values["in-process"]) await inProcess(values.fact);
else await withBundle(values.fact);

function known(fact: string): boolean {
  if (experiments.some((each) => each.fact === fact)) return true;
  console.error(
    isFactId(fact)
      ? `${fact} comes from a source and has no experiment`
      : `no fact is called ${JSON.stringify(fact)}; the ids stand in rules/docs/kernel.md`,
  );
  return false;
}

async function inProcess(fact: string): Promise<void> {
  const report = await runOne(fact, values.control);
  process.stdout.write(`${describe(report, true)}\n`, () =>
    process.exit(passed(report) || report.notRun !== undefined ? 0 : 1),
  );
}

async function withBundle(fact: string | undefined): Promise<void> {
  const launcher = findLauncher();
  if ("why" in launcher) {
    console.log(`The ${experiments.length} experiments were not run: ${launcher.why}.`);
    console.log("0 passed, 0 failed");
    return;
  }
  await mkdir(folder, { recursive: true });
  await bundleLab(bundle);
  try {
    const env = { ...process.env, [runtimePathsVariable]: JSON.stringify(await runtimes()) };
    if (fact !== undefined) {
      const run = { fact, node: values.node, control: values.control ?? false };
      const report = await runInNamespace(launcher, run, bundle, env);
      console.log(
        `In a new network namespace (${launcher.join(" ")}); every socket has SO_RCVTIMEO and SO_SNDTIMEO of 1 s.`,
      );
      console.log(describe(report, true));
      process.exitCode = passed(report) || report.notRun !== undefined ? 0 : 1;
      return;
    }
    const { failures, reports } = await runSuite({
      launcher,
      bundle,
      env,
      node: values.node,
      others: values.here ? {} : await otherNodes(),
    });
    if (values.json !== undefined) await writeResults(values.json, reports, await experimentHashes());
    process.exitCode = failures > 0 ? 1 : 0;
  } finally {
    await rm(bundle, { force: true });
  }
}

async function runtimes(): Promise<Record<string, string>> {
  const found = await Promise.all(runtimeNames.map(async (name) => [name, await runtimeBinary(name)] as const));
  return Object.fromEntries(found.filter((each): each is [(typeof each)[0], string] => each[1] !== null));
}

/** The other versions of Node.js at hand; that of this process is not tried twice. */
async function otherNodes(): Promise<Record<string, string>> {
  const own = `node-${process.versions.node.split(".")[0]}`;
  return Object.fromEntries(
    Object.entries(await runtimes()).filter(([name]) => name.startsWith("node-") && name !== own),
  );
}
