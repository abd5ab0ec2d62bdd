import { Worker } from "node:worker_threads";

/** Two callers with two files: which of them runs how often is not known. */
export class Crew {
  constructor(
    private readonly file: URL,
    private readonly size: number,
  ) {}

  begin(): void {
    for (let i = 0; i < this.size; i++) new Worker(this.file);
  }
}
