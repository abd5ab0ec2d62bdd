import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PortState } from "../../src/ports/port.ts";
import { readPort, type PortSource } from "../../src/ports/read-port.ts";
import { portSentence } from "../../src/ports/words.ts";
import { TCP, TCP6, UDP } from "./tables.ts";

const STARTED = new Date(2026, 10, 25, 12, 4);
const BOOT = Number(STARTED) / 1000 - 100;

interface Process {
  inodes?: readonly number[];
  args?: string;
  uid?: number;
  /** Without its other files: it ended while it was looked at. */
  ended?: boolean;
}

/** Reads a folder that looks like /proc. `step`: how far the clock goes at each look, in milliseconds. */
function reading<T>(
  {
    tables,
    processes = {},
    step = 0,
  }: { tables: Record<string, string>; processes?: Record<number, Process>; step?: number },
  use: (source: PortSource) => T,
): T {
  const root = mkdtempSync(join(tmpdir(), "portreuse-proc-"));
  try {
    mkdirSync(join(root, "net"));
    for (const [name, text] of Object.entries(tables)) writeFileSync(join(root, "net", name), text);
    writeFileSync(join(root, "stat"), `cpu 1\nbtime ${BOOT}\n`);
    mkdirSync(join(root, "sys"));
    for (const [pid, { inodes = [], args = "node\0src/index.ts\0", uid = 1000, ended }] of Object.entries(processes)) {
      mkdirSync(join(root, pid, "fd"), { recursive: true });
      inodes.forEach((inode, fd) => symlinkSync(`socket:[${inode}]`, join(root, pid, "fd", String(fd))));
      symlinkSync("/dev/null", join(root, pid, "fd", "9999"));
      if (ended) continue;
      writeFileSync(join(root, pid, "cmdline"), args);
      writeFileSync(join(root, pid, "stat"), `${pid} (comm) S ${"0 ".repeat(18)}10000 0 0\n`);
      writeFileSync(join(root, pid, "status"), `Name:\tcomm\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\n`);
      symlinkSync("/app", join(root, pid, "cwd"));
    }
    let time = 0;
    return use({ root, now: () => (time += step), uid: 1000, littleEndian: true });
  } finally {
    rmSync(root, { recursive: true });
  }
}

const tcp = { number: 3000, transport: "tcp" } as const;
const sentence = (state: PortState | null) => state && portSentence(state, STARTED);

describe("a port is looked up in a folder that looks like /proc", () => {
  const tables = { tcp: TCP, tcp6: TCP6, udp: UDP };

  it("and one process that holds two sockets is one holder", () =>
    reading({ tables, processes: { 4711: { inodes: [41001, 42001, 7] }, 12: {} } }, (source) => {
      const state = readPort(tcp, source);
      assert.deepEqual(state, {
        number: 3000,
        transport: "tcp",
        state: "held",
        holders: [
          {
            pid: 4711,
            program: "node",
            script: "src/index.ts",
            directory: "/app",
            started: STARTED,
            uid: 1000,
            yours: true,
            addresses: ["127.0.0.1", "::"],
          },
        ],
        unknownOwners: [],
        connections: 1,
        timeWait: 3,
      });
      assert.equal(
        sentence(state),
        "port 3000 is held by `node` (pid 4711, `src/index.ts`, started 12:04), yours; 3 connections are in TIME_WAIT.",
      );
    }));

  it("and a socket that several processes have inherited has several holders", () =>
    reading(
      { tables: { tcp: TCP }, processes: { 10: { inodes: [41001] }, 11: { inodes: [41001], uid: 33 } } },
      (source) =>
        assert.match(
          String(sentence(readPort(tcp, source))),
          /^port 3000 is held by `node` \(pid 10, .*\) on 127\.0\.0\.1, yours, and by `node` \(pid 11, .*\) on 127\.0\.0\.1, of user 33; /,
        ),
    ));

  it("and a process that ends meanwhile is named by what is left of it", () =>
    reading({ tables: { tcp: TCP }, processes: { 10: { inodes: [41001], ended: true } } }, (source) =>
      assert.match(
        String(sentence(readPort(tcp, source))),
        /^port 3000 is held by `a process without a name` \(pid 10\) on 127\.0\.0\.1; /,
      ),
    ));

  it("and the owner is not determined where no process has the socket", () =>
    reading({ tables: { tcp6: TCP6 }, processes: { 10: {} } }, (source) =>
      assert.equal(
        sentence(readPort({ ...tcp, number: 3001 }, source)),
        "port 3001 is held by a process of user 33 (the owner was not determined).",
      ),
    ));

  it("and the walk over many processes ends after 40 ms", () => {
    const processes = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [i + 1, { ended: true }]));
    const all = { ...processes, 1: { inodes: [41001] } };
    reading({ tables: { tcp: TCP }, processes: all, step: 1 }, (source) =>
      assert.match(String(sentence(readPort(tcp, source))), /the owner was not determined/),
    );
    // The newest come first.
    reading({ tables: { tcp: TCP }, processes: { ...all, 190: { inodes: [41001] } }, step: 1 }, (source) =>
      assert.deepEqual(
        readPort(tcp, source)?.holders.map(({ pid }) => pid),
        [190],
      ),
    );
    reading({ tables: { tcp: TCP }, processes: all }, (source) =>
      assert.deepEqual(
        readPort(tcp, source)?.holders.map(({ pid }) => pid),
        [1],
      ),
    );
  }).timeout(60_000);

  it("and the walk ends in the middle of a process with very many descriptors", () =>
    reading(
      { tables: { tcp: TCP }, processes: { 9: { inodes: Array.from({ length: 900 }, (_, i) => i + 1) } } },
      (source) => {
        let looks = 0;
        readPort(tcp, { ...source, now: () => 30 * ++looks });
        // When it begins, at the process, and at the first 64 descriptors.
        assert.equal(looks, 3);
      },
    ));

  it("and a table that is missing, as udp6 is in some containers, is none", () => {
    reading({ tables: { udp: UDP } }, (source) => {
      const udp = readPort({ number: 5353, transport: "udp" }, source);
      assert.deepEqual([udp?.state, udp?.unknownOwners], ["held", [104, 1000]]);
      assert.equal(
        sentence(udp),
        "UDP port 5353 is held by a process of user 104 and user 1000 (the owner was not determined).",
      );
      assert.equal(readPort(tcp, source), null);
    });
    reading({ tables: {} }, (source) => assert.equal(readPort(tcp, { ...source, root: `${source.root}/none` }), null));
  });

  it("and names no more than three", () =>
    reading(
      { tables: { tcp: TCP }, processes: Object.fromEntries([1, 2, 3, 4, 5].map((pid) => [pid, { inodes: [41001] }])) },
      (source) => assert.match(String(sentence(readPort(tcp, source))), /pid 3, [^)]*\).*, yours, and by 2 more; /),
    ));
});

describe("a sentence about a port", () => {
  const state = (given: Partial<PortState>): PortState => ({
    ...tcp,
    state: "free",
    holders: [],
    unknownOwners: [],
    connections: 0,
    timeWait: 0,
    ...given,
  });

  it("says that it is free, and what is left of the last server", () => {
    assert.equal(sentence(state({})), "port 3000 is free.");
    assert.equal(sentence(state({ timeWait: 1 })), "port 3000 is free; 1 connection is in TIME_WAIT.");
  });

  it("speaks of connections where nothing listens", () =>
    assert.equal(
      sentence(state({ state: "connected", connections: 2, unknownOwners: [0] })),
      "nothing listens on port 3000, but 2 connections have it as local port, held by a process of root (the owner was not determined).",
    ));

  it("gives the date of another day", () =>
    reading({ tables: { tcp: TCP }, processes: { 10: { inodes: [41001] } } }, (source) =>
      assert.match(
        portSentence(readPort(tcp, source) as PortState, new Date(2026, 10, 26, 1)),
        /started 2026-11-25 12:04/,
      ),
    ));
});
