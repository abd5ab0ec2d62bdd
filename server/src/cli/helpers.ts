import type { Worker } from "node:worker_threads";
import { startThread } from "../program.ts";
import type { Found, ScanTask } from "./scan-types.ts";

/** The other threads of a scan. */
export interface Helpers {
  most: number;
  /** Starts as many, before there is anything for them to do. */
  start(count: number): void;
  /** Gives a task to one of them; starts it, if nobody has. Rejects when the thread ends without an answer. */
  take(index: number, task: ScanTask): Promise<Found>;
  /** Ends those that have got nothing to do. */
  end(): void;
}

interface Helper {
  worker: Worker;
  /** Rejects when the thread ends, resolves never. */
  ended: Promise<never>;
  isIdle: boolean;
}

export function helpersFor(most: number): Helpers {
  const helpers: Helper[] = [];
  function start(count: number): void {
    while (helpers.length < Math.min(count, most)) helpers.push(started());
  }
  return {
    most,
    start,
    take(index, task) {
      start(index + 1);
      const helper = helpers[index] as Helper;
      helper.isIdle = false;
      const answer = new Promise<Found>((resolve) => helper.worker.once("message", resolve));
      // Texts are not handed over: to read them again costs less than to copy them.
      const blocks = task.blocks.map((block) => block.map(({ text: _text, ...candidate }) => candidate));
      helper.worker.postMessage({ ...task, blocks });
      return Promise.race([answer, helper.ended]);
    },
    end() {
      for (const { worker, isIdle } of helpers) if (isIdle) void worker.terminate();
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
  return { worker, ended, isIdle: true };
}
