import assert from "node:assert/strict";
import {
  argumentsOf,
  bootTime,
  effectiveUid,
  kernelName,
  printable,
  programOf,
  startTime,
} from "../../src/ports/process-files.ts";
import { socketsOn } from "../../src/ports/socket-table.ts";
import { longTable, MALFORMED, TCP, TCP6, UDP } from "./tables.ts";

describe("the kernel's tables of sockets", () => {
  const on = (table: string, port: number, littleEndian = true) => socketsOn(table, port, littleEndian);

  it("are read by local port, never by the remote one", () => {
    assert.deepEqual(on(TCP, 3000), [
      { address: "127.0.0.1", state: 10, uid: 1000, inode: 41001 },
      { address: "127.0.0.1", state: 1, uid: 1000, inode: 41003 },
      { address: "127.0.0.1", state: 6, uid: 0, inode: 0 },
      { address: "127.0.0.1", state: 6, uid: 0, inode: 0 },
    ]);
    assert.deepEqual(on(TCP, 1), []);
  });

  it("hold IPv6 and IPv4-mapped addresses in words of the machine's byte order", () => {
    assert.deepEqual(
      [...on(TCP6, 3000), ...on(TCP6, 3001)].map(({ address }) => address),
      ["::", "::ffff:127.0.0.1", "2001:db8::1"],
    );
    const big = "  0: 20010DB8000000000000000000000001:0BB9 0:0 0A";
    const line = TCP6.split("\n")[3]?.replace(
      /^.{4}.*?:0BB9 \w+:0000 0A/,
      `${big.slice(0, -7)} ${"0".repeat(32)}:0000 0A`,
    );
    assert.deepEqual(
      on(String(line), 3001, false).map(({ address }) => address),
      ["2001:db8::1"],
    );
    assert.deepEqual(on(TCP.replaceAll("0100007F", "7F000001"), 3000, false)[0]?.address, "127.0.0.1");
  });

  it("of UDP have the same form", () =>
    assert.deepEqual(on(UDP, 5353), [
      { address: "0.0.0.0", state: 7, uid: 104, inode: 43001 },
      { address: "0.0.0.0", state: 7, uid: 1000, inode: 43002 },
    ]));

  it("give what can be read of them where lines are not as they should be", () => {
    assert.deepEqual(on(MALFORMED, 3000), [{ address: "127.0.0.1", state: 10, uid: 1000, inode: 41009 }]);
    for (const nothing of ["", "\n", ":0BB8 ", "\0\0:0BB8 \0"]) assert.deepEqual(on(nothing, 3000), []);
  });

  it("of 100,000 connections to the same port are read in a moment", () => {
    const table = longTable(100_000, String(TCP.split("\n")[1]));
    const start = performance.now();
    const entries = on(table, 3000);
    assert.deepEqual(entries, [{ address: "127.0.0.1", state: 10, uid: 1000, inode: 41001 }]);
    assert.ok(performance.now() - start < 5000);
  });
});

describe("the kernel's files about a process", () => {
  const STAT =
    "4711 (node (v20) :) x) S 1 4711 4711 0 -1 4194560 1 0 0 0 1 1 0 0 20 0 11 0 123456 1 1 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0";

  it("say when it started, whatever its name is", () => {
    assert.equal(startTime(STAT), 1234.56);
    assert.equal(kernelName(STAT), "node (v20) :) x");
    assert.equal(bootTime("cpu  1 2 3\nbtime 1764100000\nprocesses 5\n"), 1764100000);
  });

  it("say whose it is, by the effective user id", () =>
    assert.equal(effectiveUid("Name:\tnode\nUid:\t1000\t33\t1000\t1000\nGid:\t5\t5\t5\t5\n"), 33));

  it("may be empty or cut off", () => {
    for (const text of ["", "4711", "4711 (", "4711 (node) S 1"]) {
      assert.equal(startTime(text), null);
      assert.equal(effectiveUid(text), null);
      assert.equal(bootTime(text), null);
    }
    assert.deepEqual(programOf(argumentsOf(""), null, null), { program: "a process without a name", script: null });
    assert.deepEqual(programOf(argumentsOf(""), "kworker", null), { program: "kworker", script: null });
  });

  const programs: [args: string, directory: string | null, program: string, script: string | null][] = [
    ["/usr/bin/node /app/src/index.ts --port 3000", "/app", "node", "src/index.ts"],
    ["node src/index.ts", null, "node", "src/index.ts"],
    ["node --watch /srv/other.js", "/app", "node", "/srv/other.js"],
    ["node --require /x/preflight.cjs --import file:///x/loader.mjs src/index.ts", "/app", "node", "src/index.ts"],
    ["node --import=tsx --conditions development main.mjs", "/app", "node", "main.mjs"],
    ["node run", "/app", "node", "run"],
    ["node -e server.listen(3000)", "/app", "node", null],
    ["node", "/app", "node", null],
    ["bun run --hot server.ts", "/app", "bun", "server.ts"],
    ["nginx: master process", null, "nginx: master process", null],
    ["/usr/sbin/sshd -D", "/", "sshd", null],
  ];
  for (const [args, directory, program, script] of programs)
    it(`name the program of ${args}`, () => {
      const separate = args.startsWith("nginx") ? [args] : args.split(" ");
      assert.deepEqual(programOf(separate, "comm", directory), { program, script });
    });

  it("hold no signs that a terminal or a Markdown renderer obeys", () => {
    assert.equal(printable("a\u001B[31m`b`\u202E\n"), "a?[31m?b???");
    assert.equal(printable("x".repeat(500)).length, 121);
  });
});
