import { Worker } from "node:worker_threads";

export class Pool {
  constructor(file, size) {
    this.file = file;
    this.size = size;
  }
  start() {
    for (let i = 0; i < this.size; i++) new Worker(new URL(this.file, import.meta.url));
  }
}

export function run(file, count) {
  for (let i = 0; i < count; i++) new Worker(new URL(file, import.meta.url));
}
