/** Calls that start more processes or threads, as data. Keys are what the analysis resolves a callee to. */
export interface Launcher {
  kind: "cluster" | "thread" | "process";
  /** Which argument is the file; absent: the program's own entry runs again. */
  file?: number;
  /** A configuration that the package reads by itself names the file. */
  configured?: true;
  /** Which argument holds the options. */
  options?: number;
  /** Names of the options that say the file. */
  fileOptions?: readonly string[];
  /** Names of the options that say how many. */
  countOptions?: readonly string[];
  /** The argument that says how many. */
  count?: number;
  /** How many there are when nothing says. */
  otherwise: 1 | "many" | "unknown";
  /** Which argument, or which of the options, is the function that the workers run. */
  callback?: number;
  callbackOptions?: readonly string[];
  /** In the workers the call comes back too, and starts nothing: what stands beside it runs on both sides. */
  returnsInWorkers?: true;
  /** A setting that changes the kind. */
  kindOption?: { name: string; values: readonly { value: unknown; kind: Launcher["kind"] }[] };
  /** What a relative path counts from. */
  from: "cwd" | "file";
}

const node: Launcher = { kind: "process", file: 0, otherwise: 1, from: "cwd" };
const thread: Launcher = { kind: "thread", file: 0, options: 1, otherwise: 1, from: "cwd" };

const piscina: Launcher = {
  kind: "thread",
  options: 0,
  fileOptions: ["filename"],
  countOptions: ["minThreads", "maxThreads"],
  otherwise: "many",
  from: "cwd",
};
const tinypool: Launcher = {
  ...piscina,
  kindOption: { name: "runtime", values: [{ value: "child_process", kind: "process" }] },
};
/** Workers are made when tasks come. */
const workerpool: Launcher = {
  kind: "thread",
  file: 0,
  options: 1,
  countOptions: ["minWorkers", "maxWorkers"],
  otherwise: "unknown",
  kindOption: { name: "workerType", values: [{ value: "process", kind: "process" }] },
  from: "cwd",
};
const jestWorker: Launcher = {
  kind: "process",
  file: 0,
  options: 1,
  countOptions: ["numWorkers"],
  otherwise: "many",
  kindOption: { name: "enableWorkerThreads", values: [{ value: true, kind: "thread" }] },
  from: "cwd",
};
const fixedPool = (kind: Launcher["kind"]): Launcher => ({
  kind,
  count: 0,
  file: 1,
  otherwise: "unknown",
  from: "cwd",
});
const dynamicPool = (kind: Launcher["kind"]): Launcher => ({ ...fixedPool(kind), file: 2 });
const throng: Launcher = {
  kind: "cluster",
  options: 0,
  countOptions: ["workers", "count"],
  otherwise: "many",
  callback: 0,
  callbackOptions: ["worker", "start"],
  returnsInWorkers: true,
  from: "cwd",
};

const cfork: Launcher = {
  kind: "cluster",
  options: 0,
  fileOptions: ["exec"],
  countOptions: ["count"],
  otherwise: "many",
  from: "cwd",
};

export const launchers: Readonly<Record<string, Launcher>> = {
  "child_process.fork": node,
  "worker_threads.Worker": thread,
  // The web's Worker, in Bun and Deno.
  Worker: thread,
  "execa.execaNode": node,
  "execa.execa.node": node,
  "execa.node": node,
  "threads.Worker": { ...thread, from: "file" },
  piscina,
  "piscina.Piscina": piscina,
  tinypool,
  "tinypool.Tinypool": tinypool,
  "workerpool.pool": workerpool,
  "jest-worker": jestWorker,
  "jest-worker.Worker": jestWorker,
  "poolifier.FixedThreadPool": fixedPool("thread"),
  "poolifier.DynamicThreadPool": dynamicPool("thread"),
  "poolifier.FixedClusterPool": fixedPool("cluster"),
  "poolifier.DynamicClusterPool": dynamicPool("cluster"),
  cfork,
  "cfork.cfork": cfork,
  throng,
  recluster: { kind: "cluster", file: 0, options: 1, countOptions: ["workers"], otherwise: "many", from: "cwd" },
  // config.yaml names the modules of the services, and `num_workers`, which is 0 in development.
  "service-runner": { kind: "cluster", configured: true, otherwise: "unknown", from: "cwd" },
  "cluster-master": {
    kind: "cluster",
    file: 0,
    options: 0,
    fileOptions: ["exec"],
    countOptions: ["size"],
    otherwise: "many",
    from: "cwd",
  },
  "sticky-cluster": {
    kind: "cluster",
    callback: 0,
    options: 1,
    countOptions: ["concurrency"],
    otherwise: "many",
    from: "cwd",
  },
  "express-cluster": {
    kind: "cluster",
    callback: 0,
    options: 1,
    countOptions: ["count"],
    otherwise: "many",
    from: "cwd",
  },
};

/** Calls that start a program by its command line. `words`: one string or template; `list`: program and arguments. */
export const commands: Readonly<Record<string, { form: "words" | "list" | "array" | "deno"; sync?: true }>> = {
  "child_process.spawn": { form: "list" },
  "child_process.execFile": { form: "list" },
  "child_process.exec": { form: "words" },
  "child_process.spawnSync": { form: "list", sync: true },
  "child_process.execFileSync": { form: "list", sync: true },
  "child_process.execSync": { form: "words", sync: true },
  execa: { form: "list" },
  "execa.execa": { form: "list" },
  "execa.command": { form: "words" },
  "execa.execaCommand": { form: "words" },
  "cross-spawn": { form: "list" },
  "bun.spawn": { form: "array" },
  "bun.spawnSync": { form: "array", sync: true },
  "deno.Command": { form: "deno" },
};

/** Template tags that run a command line. */
export const shells: ReadonlySet<string> = new Set(["execa.$", "zx.$", "bun.$", "$"]);
