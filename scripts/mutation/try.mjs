// Hands mutants to a process that tries them; starts another where that one is stuck or has to end.
import { fork } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checker } from "./types.mjs";

/**
 * Tests of `npm run check` that cannot notice a mutant, or not in this process: they look at sizes, or at what is generated from the
 * sources or bundled, or start programs. `.mocharc.fast.json` names those that `npm run check` leaves out.
 */
const LEFT_OUT = [
  "rules/test/docs-commands.test.ts",
  "rules/test/prefilter/linear.test.ts",
  "server/test/carried.test.ts",
  "server/test/cli-ports.test.ts",
  "server/test/editors.test.ts",
  "server/test/service-hover-size.test.ts",
];

/** Tests that take tens of seconds, also some that `npm run check` leaves out, and the files whose mutants meet them. */
const ABOUT = {
  "rules/test/suggestions.test.ts": "rules/src/(?:fixes|rules)/",
  "rules/test/syscalls-everywhere.test.ts": "rules/src/syscalls/",
  "rules/test/syscalls-shapes.test.ts": "rules/src/(?:syscalls|catalogue)/",
};

const escaped = (glob) =>
  new RegExp(
    `^${glob
      .replaceAll(".", "\\.")
      .replaceAll("**", ".*")
      .replaceAll(/(?<!\.)\*/g, "[^/]*")}$`,
  );

/** The tests among these files that meet mutants: the quick ones, and those for a part of the code. */
function quick(files, config) {
  const ignored = [...config.ignore, ...LEFT_OUT].map(escaped);
  return files.filter(
    (path) =>
      path in ABOUT || (/^(?:rules|server)\/test\/.*\.test\.ts$/.test(path) && !ignored.some((one) => one.test(path))),
  );
}

/** What a process says, one message after another, until it ends. A mutant that takes ten times as long as all its tests is stuck. */
function work(tree, job, mutants, heard) {
  return new Promise((resolve) => {
    const worker = fork(fileURLToPath(new URL("worker.mjs", import.meta.url)), [], {
      cwd: tree,
      execArgv: ["--import=tsx", "--max-old-space-size=3000"],
      env: { ...process.env, OWN_HOST_ALONE: "1" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let timer;
    let open;
    worker.on("message", async (message) => {
      if (message.ready) return worker.send(await mutants());
      clearTimeout(timer);
      open = message.expected === undefined ? undefined : message.id;
      if (open === undefined) heard(message);
      else timer = setTimeout(() => worker.kill("SIGKILL"), message.expected * 10 + 120_000);
    });
    worker.on("exit", (code) => {
      clearTimeout(timer);
      if (open !== undefined)
        heard({ id: open, status: "killed", by: code === null ? "it runs without end" : "it ends the process" });
      resolve();
    });
    worker.send(job);
  });
}

/**
 * Tries mutants, each line of results.jsonl is one: `status` is killed, survived, no coverage, static (it runs only while modules are
 * loaded) or refused (by TypeScript); `tests` how many reach it, `by` the one that failed.
 */
export async function tryAll({ tree, folder, mutants, tests, config }) {
  const out = `${folder}results.jsonl`;
  const plan = `${folder}plan.json`;
  rmSync(plan, { force: true });
  writeFileSync(out, "");
  const refusal = checker(tree, mutants);
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const again = new Set();
  const results = new Map();
  const record = (id, result) => {
    const { key, mutatorName } = byId.get(id);
    const line = { key, mutatorName, ...result };
    delete line.id;
    results.set(id, line);
    appendFileSync(out, `${JSON.stringify(line)}\n`);
  };
  const heard = ({ id, ...result }) => {
    if (result.status === "again") {
      again.add(id);
      console.log(`A process more: ${result.why}`);
    } else if (id !== undefined) record(id, result);
  };
  const refuse = async () => {
    for (const { id } of mutants) {
      const error = refusal(byId.get(id));
      if (error) record(id, { status: "refused", error });
      await new Promise(setImmediate);
    }
  };
  const files = quick(tests, config).map((path) => tree + path);
  const about = Object.entries(ABOUT).map(([path, where]) => [tree + path, where]);
  const open = () =>
    mutants.filter(({ id }) => !results.has(id)).map(({ id, file }) => ({ id, file, again: again.has(id) }));
  // While the first process loads the tests and runs them once.
  const refused = refuse();
  do {
    const before = results.size + again.size;
    await work(tree, { files, about, plan }, () => refused.then(open), heard);
    if (results.size + again.size === before) throw new Error("The process that tries mutants ends without a word.");
  } while (open().length > 0);
  return [...results.values()];
}
