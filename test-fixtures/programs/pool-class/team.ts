import { fork, type ChildProcess } from "node:child_process";

interface Options {
  file: URL;
  size?: number;
}

export class Team {
  readonly #file: URL;
  readonly #size: number;
  readonly #children = new Map<number, ChildProcess>();

  constructor(options: Options) {
    this.#file = options.file;
    this.#size = options.size ?? 1;
  }

  hire(): void {
    for (let i = 0; i < this.#size; i++) this.#one(i);
  }

  #one(i: number): void {
    const child = fork(this.#file);
    this.#children.set(i, child);
    child.once("exit", () => this.#one(i));
  }
}
