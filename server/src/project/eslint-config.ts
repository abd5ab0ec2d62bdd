import type { Worker } from "node:worker_threads";
import { startThread } from "../program.ts";

export interface Question {
  id: number;
  file: string;
}

/** What the project's ESLint says of our rules for a file. */
export interface Answer {
  /** Name of the configuration file. */
  source: string;
  /** The names that our plugin goes by there, such as `portreuse`. */
  names: readonly string[];
  /** Levels by short rule name, in ESLint's own writing; empty where ESLint does not check the file. */
  rules: Readonly<Record<string, unknown>>;
  /** `settings.portreuse`. */
  settings: unknown;
}

/** `absent`: there is no configuration for the file. */
export type Result = Answer | { absent: true } | { error: string };

/** How long a configuration may take to answer, in milliseconds. Loading TypeScript parsers takes seconds. */
const TIME_LIMIT = 15_000;

/** Memory for a configuration with its plugins and parsers, in MB. */
const MOST_MEMORY = 1024;

interface Thread {
  worker: Worker;
  waiting: Map<number, (result: Result) => void>;
  /** Why no more answers come. */
  failed?: string;
}

/**
 * The ESLint configurations of projects, a thread for each, remembered until `forget`.
 * Runs the projects' code: only for folders that the user trusts.
 */
export class EslintConfigs {
  #threads = new Map<string, Thread>();
  #answers = new Map<string, Promise<Result>>();
  #id = 0;

  constructor(
    readonly log: (line: string) => void,
    readonly timeLimit = TIME_LIMIT,
  ) {}

  /** The configuration for a file as ESLint sees it when it runs in `directory`. Never rejects. */
  ask(directory: string, file: string): Promise<Result> {
    const key = `${directory}\0${file}`;
    let answer = this.#answers.get(key);
    if (!answer) this.#answers.set(key, (answer = this.#question(directory, file)));
    return answer;
  }

  /** After a configuration file has changed: modules that are loaded stay loaded, so the threads end. */
  forget(): void {
    for (const [directory, thread] of this.#threads) this.#end(directory, thread, "the configuration has changed");
    this.#answers.clear();
  }

  #question(directory: string, file: string): Promise<Result> {
    const thread = this.#threads.get(directory) ?? this.#start(directory);
    if (thread.failed !== undefined) return Promise.resolve({ error: thread.failed });
    const id = this.#id++;
    return new Promise((resolve) => {
      const late = setTimeout(
        () => this.#fail(thread, `it took longer than ${this.timeLimit / 1000} seconds`),
        this.timeLimit,
      );
      thread.waiting.set(id, (result) => {
        clearTimeout(late);
        thread.waiting.delete(id);
        resolve(result);
      });
      thread.worker.postMessage({ id, file } satisfies Question);
    });
  }

  #start(directory: string): Thread {
    // What a configuration prints must not get into the protocol on our standard output.
    const worker = startThread("eslint-config-worker", {
      workerData: { directory },
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const thread: Thread = { worker, waiting: new Map() };
    this.#threads.set(directory, thread);
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (data: Buffer) =>
        this.log(`ESLint configuration of ${directory}: ${data.toString().trimEnd()}`),
      );
    worker.on("message", ({ id, ...result }: { id: number } & Result) => thread.waiting.get(id)?.(result as Result));
    worker.on("error", (error) => this.#fail(thread, error.message));
    worker.on("exit", () => this.#fail(thread, "it ended the thread in which it was loaded"));
    worker.unref();
    return thread;
  }

  /** No answer comes any more, neither to those who wait nor to those who will ask, until the configuration changes. */
  #fail(thread: Thread, error: string): void {
    thread.failed ??= error;
    for (const done of [...thread.waiting.values()]) done({ error });
    void thread.worker.terminate();
  }

  #end(directory: string, thread: Thread, why: string): void {
    this.#threads.delete(directory);
    this.#fail(thread, why);
  }
}
