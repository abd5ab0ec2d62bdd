import { spawn, spawnSync } from "node:child_process";
import type { Report } from "./report.ts";
import type { Run } from "./run-types.ts";

/** How to start a command in a network namespace of its own: the words that go before it. */
export type Launcher = readonly string[];

/**
 * Finds a launcher that works here, or says why there is none.
 * Root needs no user namespace, and without one it can act as other users too.
 */
export function findLauncher(): Launcher | { why: string } {
  if (process.platform !== "linux")
    return { why: `the experiments are about the Linux kernel, and this is ${process.platform}` };
  const candidates =
    process.getuid?.() === 0
      ? [
          ["unshare", "-n"],
          ["busybox", "unshare", "-n"],
        ]
      : [["unshare", "-rn"]];
  const works = candidates.find(
    ([command = "", ...args]) =>
      spawnSync(command, [...args, "true"], { stdio: "ignore", timeout: 10_000 }).status === 0,
  );
  return (
    works ?? {
      why: "unshare(1) cannot make a network namespace here: that takes root, or user namespaces for ordinary users",
    }
  );
}

/**
 * Runs one experiment in a new namespace and a process of its own, at most that many seconds.
 * @param bundle the bundled lab
 */
export function runInNamespace(
  launcher: Launcher,
  { fact, node, control = false }: Run,
  bundle: string,
  env: NodeJS.ProcessEnv,
  seconds = 120,
): Promise<Report> {
  const [command = node, ...args] = [...launcher, node, "--no-warnings", bundle, control ? "control" : "one", fact];
  return new Promise((resolve) => {
    // A process group of its own, so that nothing that it starts can outlive it; the report comes on descriptor 3.
    const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    let stderr = "";
    child.stderr?.on("data", (chunk) => (stderr += chunk));
    child.stdio[3]?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const killGroup = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // Nobody is left in it.
      }
    };
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      killGroup();
    }, seconds * 1000);
    child.on("error", (error) => (stderr += error.message));
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      killGroup();
      child.once("close", () =>
        resolve(
          parse(
            Buffer.concat(chunks).toString(),
            expired ? `not done after ${seconds} s` : `ended with ${signal ?? code}: ${stderr.trim()}`,
          ),
        ),
      );
    });
  });

  function parse(text: string, otherwise: string): Report {
    try {
      return JSON.parse(text) as Report;
    } catch {
      return {
        fact,
        ...(control ? { isControl: true as const } : {}),
        kernel: "",
        node,
        error: otherwise,
        expected: {},
        observed: {},
        wrong: [],
        trace: [],
        milliseconds: 0,
      };
    }
  }
}
