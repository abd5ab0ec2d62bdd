import type { Worker } from "node:worker_threads";
import { startThread } from "../program.ts";
import type { Look, Seen } from "./first-look.ts";
import type { Found, ScanTask } from "./scan-types.ts";

/** What a helper is asked, and what it answers: to look at files, and to check some. */
interface Tasks {
  look: { asked: { look: Look; thread: number }; answer: Seen };
  check: { asked: ScanTask; answer: Found };
}

export type Question = { [Kind in keyof Tasks]: { kind: Kind; asked: Tasks[Kind]["asked"] } }[keyof Tasks];
export type Answer = { [Kind in keyof Tasks]: { kind: Kind; answer: Tasks[Kind]["answer"] } }[keyof Tasks];

/** The other threads of a scan. Promises are rejected when a thread ends without an answer. */
export interface Helpers {
  most: number;
  /** Starts as many, before there is anything for them to do. */
  start(count: number): void;
  /** How many were started. */
  started(): number;
  /** Asks one of them; starts it, if nobody has. */
  ask<Kind extends keyof Tasks>(index: number, kind: Kind, asked: Tasks[Kind]["asked"]): Promise<Tasks[Kind]["answer"]>;
  /** Ends them, whatever they do. */
  end(): void;
}

interface Helper {
  worker: Worker;
  /** Rejects when the thread ends, resolves never. */
  ended: Promise<never>;
}

export function helpersFor(most: number): Helpers {
  const helpers: Helper[] = [];
  function start(count: number): void {
    while (helpers.length < Math.min(count, most)) helpers.push(started());
  }
  return {
    most,
    start,
    started: () => helpers.length,
    ask(index, kind, asked) {
      start(index + 1);
      const { worker, ended } = helpers[index] as Helper;
      const answer = new Promise<never>((resolve) => {
        worker.on("message", function take(message: Answer) {
          if (message.kind !== kind) return;
          worker.off("message", take);
          resolve(message.answer as never);
        });
      });
      worker.postMessage({ kind, asked });
      return Promise.race([answer, ended]);
    },
    end() {
      for (const { worker } of helpers) void worker.terminate();
    },
  };
}

function started(): Helper {
  const worker = startThread("scan-worker", {});
  const ended = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A scanning thread ended early with code ${code}.`)));
  });
  // Whoever gives it a task is told; nobody else asks.
  ended.catch(() => {});
  return { worker, ended };
}
