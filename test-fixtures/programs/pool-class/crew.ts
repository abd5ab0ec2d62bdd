import { Worker } from "node:worker_threads";

/** Two callers with two files, of which only one is run more than once. */
export class Crew {
  constructor(
    private readonly file: URL,
    private readonly size: number,
  ) {}

  begin(): void {
    for (let i = 0; i < this.size; i++) new Worker(this.file);
  }
}
