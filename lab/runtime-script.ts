import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lab } from "./lab.ts";
import { run } from "./node.ts";
import { runtimePath } from "./runtime-paths.ts";

/**
 * A cluster whose two workers make one server each, one after the other, on the options given as JSON.
 * It prints what each worker was told, and which processes hold the listening sockets of those ports.
 * With a third argument it stays until it is killed.
 */
const clusterProgram = `
import cluster from "node:cluster"; import { readFileSync, readdirSync, readlinkSync } from "node:fs";
const [kind, text, stay] = process.argv.slice(2);
const options = JSON.parse(text);
if (cluster.isPrimary) {
  cluster.setupPrimary({ args: process.argv.slice(2) });
  const workers = [], outcomes = [];
  for (let i = 0; i < 2; i++) {
    const worker = cluster.fork();
    workers.push(worker);
    outcomes.push(await new Promise((resolve) => worker.once("message", resolve)));
  }
  const files = (pid) => readdirSync("/proc/" + pid + "/fd").map((fd) => { try { return readlinkSync("/proc/" + pid + "/fd/" + fd); } catch { return ""; } });
  const held = [["primary", process.pid], ...workers.map((worker) => ["worker", worker.process.pid])].map(([role, pid]) => [role, files(pid)]);
  const ports = outcomes.map(({ port }) => port);
  const sockets = readFileSync("/proc/self/net/tcp", "utf8").split("\\n").slice(1).map((line) => line.trim().split(/\\s+/))
    .filter((row) => row[3] === "0A" && ports.includes(parseInt(row[1].split(":")[1], 16)));
  const holders = sockets.map((row) => held.filter(([, links]) => links.includes("socket:[" + row[9] + "]")).map(([role]) => role).join("+")).sort();
  console.log(JSON.stringify({ outcomes: outcomes.map(({ outcome }) => outcome), samePort: ports[0] === ports[1], holders }));
  if (stay === undefined) { for (const worker of workers) worker.process.kill("SIGKILL"); setTimeout(() => process.exit(0), 50); }
} else {
  const tell = (outcome, port = 0) => process.send({ outcome, port });
  const fetch = () => new Response("x");
  try {
    if (kind === "Bun.serve") tell("OK", Bun.serve({ ...options, fetch }).port);
    else if (kind === "Deno.serve") Deno.serve({ ...options, onListen: ({ port }) => tell("OK", port) }, fetch);
    else {
      const server = (await import("node:" + kind)).createServer({});
      server.on("error", (error) => tell(error.code));
      server.listen(options, () => tell("OK", server.address().port));
    }
  } catch (error) { tell(error.code ?? error.name); }
}`;

export type ServerKind = "net" | "http" | "https" | "tls" | "Bun.serve" | "Deno.serve";

export interface ClusterRun {
  outcomes: string[];
  samePort: boolean;
  /** Of each listening socket, the processes that have it. */
  holders: string[];
}

const flags = { bun: [], deno: ["run", "-A", "--unstable-net", "--quiet", "--no-config", "--no-lock"] };

/** @param stay keep the cluster running until the experiment is over */
export async function runCluster(
  lab: Lab,
  runtime: "bun" | "deno",
  kind: ServerKind,
  options: object,
  stay = false,
): Promise<ClusterRun> {
  const folder = mkdtempSync(join(tmpdir(), "lab-"));
  lab.onEnd(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "cluster.mjs");
  writeFileSync(program, clusterProgram);
  const args = [...flags[runtime], program, kind, JSON.stringify(options)];
  lab.note(`${runtime}: a cluster of two workers, ${kind} on ${JSON.stringify(options)}`);
  const file = runtimePath(runtime) as string;
  if (!stay) return parse(await run(lab, file, args));
  const child = spawn(file, [...args, "stay"], { stdio: ["ignore", "pipe", "pipe"] });
  lab.onEnd(() => child.kill("SIGKILL"));
  const [stdout, stderr] = await new Promise<[string, string]>((resolve) => {
    const text = ["", ""] as [string, string];
    child.stdout.on("data", (chunk) => (text[0] += String(chunk)).includes("\n") && resolve(text));
    child.stderr.on("data", (chunk) => (text[1] += String(chunk)));
    child.once("exit", () => resolve(text));
  });
  lab.note(`${runtime}: ${stdout.trim()}`);
  return parse({ stdout, stderr });
}

function parse({ stdout, stderr }: { stdout: string; stderr: string }): ClusterRun {
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as ClusterRun;
}
