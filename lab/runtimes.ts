/**
 * `npm run lab:runtimes`: every program of lab/programs under strace, with the real binaries of
 * Node 20, 22, 24 and 26, Bun and Deno, against `syscalls()`.
 *
 * `--runtime NAME` and `--program ID` (a part of it) narrow the run; `--show` prints the calls seen.
 * Ends with `N passed, N failed`; exit code 1 when something differs, 0 when nothing can be traced here.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { optionsOf } from "./arguments.ts";
import { compare, type Comparison } from "./runtimes-compare.ts";
import { installRuntimes, runtimeNames } from "./runtimes-cache.ts";
import type { RuntimeName } from "./runtimes-cache.ts";
import { runtimePrograms, type RuntimeProgram } from "./programs/index.ts";
import { cannotTrace } from "./runtimes-trace.ts";
import type { Runtime } from "../rules/src/syscalls/index.ts";

const run = promisify(execFile);

/** The runtime behind a binary: its name, and the version it prints. */
async function runtimeOf(name: RuntimeName, binary: string): Promise<Runtime & { version: string }> {
  const { stdout } = await run(binary, ["--version"], { timeout: 20_000 });
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (version === undefined) throw new Error(`${name} printed no version: ${stdout}`);
  return { name: name.startsWith("node") ? "node" : (name as "bun" | "deno"), version };
}

const values = optionsOf("npm run lab:runtimes", {
  runtime: { type: "string", multiple: true },
  program: { type: "string" },
  show: { type: "boolean" },
});
const unknown = values.runtime?.find((name) => !(runtimeNames as readonly string[]).includes(name));
const missing = await cannotTrace();
if (unknown !== undefined) {
  console.error(`there is no runtime ${unknown}: ${runtimeNames.join(", ")}`);
  process.exitCode = 2;
} else if (!runtimePrograms.some(({ id }) => id.includes(values.program ?? ""))) {
  console.error(`no program has "${values.program}" in its id`);
  process.exitCode = 2;
} else if (missing !== null) {
  console.log(`no runtime was traced: ${missing}`);
  console.log("0 passed, 0 failed");
} else {
  await traceAll(runtimeNames.filter((name) => values.runtime?.includes(name) ?? true));
}

async function traceAll(names: readonly RuntimeName[]): Promise<void> {
  const count = { passed: 0, failed: 0 };
  for (const { name, binary, reason } of await installRuntimes(names, console.log)) {
    if (binary === null) {
      console.log(`${name} was not traced: ${reason}`);
      continue;
    }
    const runtime = await runtimeOf(name, binary);
    const programs = runtimePrograms.filter(
      ({ id, runtimes }) => runtimes.includes(name) && id.includes(values.program ?? ""),
    );
    console.log(`${runtime.name} ${runtime.version}: ${programs.length} program${programs.length === 1 ? "" : "s"}`);
    const results = new Map<RuntimeProgram, Comparison>();
    let next = 0;
    const work = async () => {
      for (let program = programs[next++]; program !== undefined; program = programs[next++])
        results.set(program, await compare(program, runtime, binary).catch(failed));
    };
    await Promise.all(Array.from({ length: 4 }, work));
    for (const program of programs) {
      const { same, expected, seen } = results.get(program) as Comparison;
      count[same ? "passed" : "failed"]++;
      if (!same) console.log(`  ${program.id}\n    says ${expected.join(" ")}\n    does ${seen.join(" ")}`);
      else if (values.show) console.log(`  ${program.id}\n    ${seen.join(" ") || "no call"}`);
    }
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  if (count.failed > 0) process.exitCode = 1;
}

function failed({ stderr, message }: { stderr?: string; message: string }): Comparison {
  return { same: false, expected: ["the program ends well"], seen: [(stderr || message).trim()] };
}
