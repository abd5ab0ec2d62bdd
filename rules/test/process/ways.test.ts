import assert from "node:assert/strict";
import { launches } from "./code.ts";

/** Files and counts of the threads that a text starts. */
function threads(text: string): string {
  return launches(`import { Worker } from "node:worker_threads"; ${text}`)
    .map(({ target, count }) => `${target.kind === "specifier" ? target.text : target.kind} ${count}`)
    .join(", ");
}

describe("what each of several ways to a launch starts, and how often", () => {
  const rows: readonly (readonly [code: string, threads: string])[] = [
    ['function start(file) { new Worker(file); } start("a.js"); start("b.js");', "./a.js 1, ./b.js 1"],
    [
      'function start(file) { new Worker(file); } start("a.js"); for (let i = 0; i < 3; i++) start("b.js");',
      "./a.js 1, ./b.js 3",
    ],
    ['const start = (file) => new Worker(file); start("a.js"); start("b.js");', "./a.js 1, ./b.js 1"],
    [
      'class Pool { constructor(file) { new Worker(file); } } new Pool("a.js"); new Pool("b.js");',
      "./a.js 1, ./b.js 1",
    ],
    [
      "class Pool { constructor(file) { this.file = file; } start() { new Worker(this.file); } }" +
        'const a = new Pool("a.js"); a.start(); const b = new Pool("b.js"); b.start();',
      "./a.js 1, ./b.js 1",
    ],
    [
      "class Pool { constructor(file) { this.file = file; } start() { new Worker(this.file); } }" +
        'const a = new Pool("a.js"); a.start(); a.start(); const b = new Pool("b.js"); b.start();',
      "./a.js 2, ./b.js 1",
    ],
    [
      "function start(file) { run(file); } function run(file) { new Worker(file); run2(); } function run2() {}" +
        'start("a.js"); start("b.js");',
      "unknown 2",
    ],
  ];
  for (const [code, expected] of rows) it(code, () => assert.equal(threads(code), expected));
});
