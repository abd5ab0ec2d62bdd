import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { whoCommand } from "../src/cli/who-command.ts";
import type { PortState } from "../src/ports/port.ts";
import { run } from "./cli.ts";

describe("portreuse who", () => {
  describe("on Linux", () => {
    let server: ReturnType<typeof createServer>;
    let port = 0;
    before(async function () {
      if (process.platform !== "linux") return this.skip();
      server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      port = (server.address() as AddressInfo).port;
    });
    after(() => server?.close());

    /** On a machine that is busy the time for looking through processes may be over too early. */
    async function determined(...args: string[]) {
      for (let attempts = 30; ; attempts--) {
        const answer = await run(".", "who", ...args);
        const isEarly = /was not determined|"unknownOwners": \[\n/.test(answer.out);
        if (!isEarly || attempts === 0) return answer;
      }
    }

    it("names the process that listens, and where it runs", async () => {
      const { code, out, err } = await determined(String(port));
      assert.deepEqual([code, err], [0, ""]);
      assert.match(
        out,
        new RegExp(
          `^Port ${port} is held by node \\(pid ${process.pid}, .*started .*\\) on 127\\.0\\.0\\.1, yours\\.\n`,
        ),
      );
      assert.ok(out.includes(`  pid ${process.pid} runs in ${process.cwd()}\n`));
    });

    it("answers for several ports, of TCP and UDP, also for programs", async () => {
      const { code, out } = await determined("--format", "json", `:${port}`, `${port}/udp`, "udp", String(port));
      assert.equal(code, 0);
      const states = JSON.parse(out) as (PortState & { port: number })[];
      assert.deepEqual(
        states.map((each) => [each.port, each.transport, each.state, each.holders.map(({ pid }) => pid)]),
        [
          [port, "tcp", "held", [process.pid]],
          [port, "udp", "free", []],
          [port, "udp", "free", []],
        ],
      );
      assert.equal(Number.isNaN(Date.parse(String(states[0]?.holders[0]?.started))), false);
    });

    it("names a datagram socket too where nobody says which transport is meant", async () => {
      const socket = createSocket("udp4").bind(0, "127.0.0.1");
      await once(socket, "listening");
      const udp = String(socket.address().port);
      try {
        const { code, out } = await determined(udp);
        const [tcp = "", datagrams = "", ...more] = out.trimEnd().split("\n");
        assert.equal(code, 0);
        assert.match(tcp, new RegExp(`^Port ${udp} is (?:free|held)`));
        assert.match(datagrams, new RegExp(`^UDP port ${udp} is held by node \\(pid ${process.pid}, `));
        assert.equal(more.length, 1);
        assert.equal((await determined("tcp", udp)).out.includes("UDP"), false);
      } finally {
        socket.close();
      }
    });

    it("names each wrong port, and answers the others", async () => {
      const { code, out, err } = await run(".", "who", "99999", String(port), "abc", "3000/sctp", "0");
      assert.equal(code, 2);
      assert.match(out, new RegExp(`^Port ${port} is held by `));
      assert.deepEqual(
        err.trimEnd().split("\n"),
        ["99999", "abc", "3000/sctp", "0"].map(
          (word) => `portreuse: Invalid port "${word}"; expected 1 to 65535, as in 3000 or 5353/udp.`,
        ),
      );
    });
  });

  const cases: [string[], string][] = [
    [["who"], "Missing port; portreuse who 3000."],
    [["who", "udp"], "Missing port; portreuse who 3000."],
    [["who", "99999"], 'Invalid port "99999"; expected 1 to 65535, as in 3000 or 5353/udp.'],
    [["who", "abc"], 'Invalid port "abc"; expected 1 to 65535, as in 3000 or 5353/udp.'],
  ];
  for (const [args, line] of cases)
    it(`names what is wrong with ${args.join(" ")}`, async () =>
      assert.deepEqual(await run(".", ...args), { code: 2, out: "", err: `portreuse: ${line}\n` }));

  for (const [args, line] of [
    [["--format", "jsn"], 'Unknown format "jsn". Did you mean json?'],
    [["--jsn"], 'Unknown option "--jsn". portreuse help who lists the options.'],
    [["x"], 'Invalid port "x"; expected 1 to 65535, as in 3000 or 5353/udp.'],
  ] as const)
    it(`answers in spite of ${args.join(" ")}`, async function () {
      if (process.platform !== "linux") return this.skip();
      const { out } = await run(".", "who", "1");
      assert.match(out, /^Port 1 /);
      assert.deepEqual(await run(".", "who", "1", ...args), { code: 2, out, err: `portreuse: ${line}\n` });
    });

  it("says that it cannot know elsewhere", () => {
    let out = "";
    const wrong: string[] = [];
    const streams = {
      out: { write: (text: string) => (out += text) },
      err: { write: () => assert.fail() },
      in: (async function* () {})(),
    };
    whoCommand(["3000", "--format", "json"], streams, ".", wrong, null);
    assert.deepEqual(JSON.parse(out), []);
    assert.match(wrong.join("\n"), /^who holds a port cannot be known here: .* Linux alone has\.$/);
  });
});
