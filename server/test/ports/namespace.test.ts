import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { findLauncher } from "../../../lab/namespace.ts";
import type { Seen } from "./scenario.ts";

describe("who holds a port, in a network namespace of its own", function () {
  this.timeout(60_000);
  let folder = "";
  let launcher: readonly string[] = [];
  const isRoot = process.getuid?.() === 0;

  before(function () {
    const found = findLauncher();
    if ("why" in found) return this.skip();
    launcher = found;
    folder = realpathSync(mkdtempSync(join(tmpdir(), "portreuse-who-")));
    // Another user reads it too.
    chmodSync(folder, 0o755);
    buildSync({
      entryPoints: [join(import.meta.dirname, "scenario.ts")],
      outfile: join(folder, "scenario.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
    });
  });
  after(() => {
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  function see(transport: "tcp" | "udp", port: number, reader: "self" | "nobody", ...holders: string[]): Seen {
    const [command = "", ...args] = launcher;
    const inside = 'ip link set lo up && exec "$@"';
    const words = [process.execPath, join(folder, "scenario.mjs"), "see", transport, String(port), reader, ...holders];
    const { stdout, stderr } = spawnSync(command, [...args, "sh", "-c", inside, "sh", ...words], {
      cwd: folder,
      encoding: "utf8",
      timeout: 50_000,
      env: { ...process.env, KOFFI: createRequire(import.meta.url).resolve("koffi") },
    });
    assert.notEqual(stdout, "", stderr);
    return JSON.parse(stdout) as Seen;
  }

  it("finds a free port", () => {
    const { state } = see("tcp", 3000, "self");
    assert.deepEqual([state?.state, state?.holders, state?.unknownOwners, state?.timeWait], ["free", [], [], 0]);
  });

  it("finds a server: program, pid, script, folder, start and user", () => {
    const { pids, state } = see("tcp", 3000, "self", "tcp");
    assert.equal(state?.state, "held");
    const [holder, ...others] = state.holders;
    assert.ok(holder && others.length === 0);
    assert.deepEqual(
      { ...holder, started: null },
      {
        pid: pids[0],
        program: "node",
        script: "scenario.mjs",
        directory: folder,
        started: null,
        uid: process.getuid?.(),
        yours: true,
        addresses: ["::"],
      },
    );
    const age = Date.now() - Number(new Date(String(holder.started)));
    assert.ok(age > -2000 && age < 60_000, `started ${age} ms ago`);
  });

  it("names the address of a server that is not open to all", () =>
    assert.deepEqual(see("tcp", 3000, "self", "local").state?.holders[0]?.addresses, ["127.0.0.1"]));

  it("tells TCP from UDP", () => {
    assert.equal(see("udp", 3000, "self", "tcp").state?.state, "free");
    assert.equal(see("tcp", 5353, "self", "udp").state?.state, "free");
  });

  it("finds all holders of a shared port: two with SO_REUSEPORT, two of UDP", () => {
    for (const [transport, port, kind] of [
      ["tcp", 3000, "reuseport"],
      ["udp", 5353, "udp"],
    ] as const) {
      const { pids, state } = see(transport, port, "self", kind, kind);
      assert.equal(pids.length, 2);
      assert.deepEqual(state?.holders.map(({ pid }) => pid).sort(), pids.sort(), kind);
    }
  });

  it("counts connections in TIME_WAIT, also when the server is gone", () => {
    const running = see("tcp", 3000, "self", "closing").state;
    assert.deepEqual([running?.state, running?.timeWait, running?.connections], ["held", 5, 0]);
    const gone = see("tcp", 3000, "self", "closing", "gone").state;
    assert.deepEqual([gone?.state, gone?.timeWait, gone?.holders], ["free", 5, []]);
  });

  it("finds connections of a port on which nothing listens any more", () => {
    const { pids, state } = see("tcp", 3000, "self", "connection");
    assert.deepEqual([state?.state, state?.connections, state?.holders.map(({ pid }) => pid)], ["connected", 1, pids]);
  });

  it("does not see a TCP socket that is bound and does not listen: it is in none of the tables", () =>
    assert.equal(see("tcp", 3000, "self", "bound").state?.state, "free"));

  it("says whose a socket is that another user holds, and no more", function () {
    if (!isRoot) return this.skip();
    const others = see("tcp", 3000, "nobody", "tcp").state;
    assert.deepEqual([others?.state, others?.holders, others?.unknownOwners], ["held", [], [0]]);
    const own = see("tcp", 3000, "nobody", "nobody:tcp");
    const [holder] = own.state?.holders ?? [];
    assert.deepEqual(
      [holder?.pid, holder?.uid, holder?.yours, own.state?.unknownOwners],
      [own.pids[0], 65534, true, []],
    );
    const seenByRoot = see("tcp", 3000, "self", "nobody:tcp").state?.holders[0];
    assert.deepEqual([seenByRoot?.uid, seenByRoot?.yours], [65534, false]);
  });

  it("names the one it may look into beside the one it may not", function () {
    if (!isRoot) return this.skip();
    const { pids, state } = see("udp", 5353, "nobody", "udp", "nobody:udp");
    assert.deepEqual([state?.holders.map(({ pid }) => pid), state?.unknownOwners], [[pids[1]], [0]]);
  });
});
