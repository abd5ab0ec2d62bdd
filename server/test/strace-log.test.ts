import assert from "node:assert/strict";
import { ofProcesses } from "./strace-log.ts";

describe("a log of strace", () => {
  const isServer = (line: string) => line.includes("server.js");

  it("gives the lines of a process and of all that it starts, whoever is quicker", () => {
    const log = [
      '10 execve("/bin/editor", ["editor"]) = 0',
      '11 execve("/bin/node", ["node", "server.js"]) = 0',
      '13 execve("/usr/bin/git", ["git"]) = 0',
      "12 <... clone3 resumed>) = 13",
      "11 clone3({flags=CLONE_VM}, 88) = 12",
      '14 openat(AT_FDCWD, "a") = 3',
      "10 vfork() = 14",
    ];
    assert.deepEqual(ofProcesses(log, isServer), log.slice(1, 5));
  });
});
