import { Worker } from "node:worker_threads";

export function startAll(file, count) {
  return Array.from({ length: count }, () => new Worker(file));
}
