import assert from "node:assert/strict";
import { after, open, titled, type Given } from "../../server/test/service-fixture.ts";
import { catalogue, packages, withPackages } from "../src/catalogue/index.ts";
import type { Operation, Package, Runtime } from "../src/catalogue/types.ts";
import { fact, type FactId } from "../src/kernel/facts.ts";
import { codeWords } from "../src/kernel/render.ts";
import { mayHaveSites } from "../src/prefilter.ts";

const listen: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [
    ["options", "callback"],
    ["port", "host", "callback"],
  ],
  spelled: { host: "nest" },
  reusePort: "forwarded",
  endsIn: { node: "net.Server#listen", bun: "bun.serve", deno: "deno.serve" },
};

/** A package that there is not: everything that the product says of it has to come from these rows. */
const heron: Package = {
  name: "heron",
  modules: ["heron"],
  triggers: ['"heron"'],
  entries: {
    "heron.createServer": {
      returns: "heron.Server",
      does: {
        op: "create",
        transport: "tcp",
        forms: [["options"]],
        ignores: [
          {
            option: "reusePort",
            because: "a heron looks the other way",
            instead: "give it to listen()",
            fact: "node-servers-share-net-listen",
          },
        ],
      },
    },
    "heron.Server": { type: true },
    "heron.Server#listen": { returns: "this", does: listen },
    "heron.Flock": {
      type: true,
      returns: "heron.Flock",
      does: { op: "create", transport: "tcp", forms: [["options"]], newOnly: true },
    },
    "heron.Flock#listen": {
      does: {
        op: "listen",
        transport: "tcp",
        forms: [["options"], ["port", "callback"]],
        reusePort: "default",
        sharing: {
          fact: "uws-shares-by-default",
          exclusive: { option: "alone", equals: true, onListen: false, onCreate: "alone" },
        },
        endsIn: "native",
      },
    },
    "heron.dial": {
      does: {
        op: "connect",
        transport: "tcp",
        forms: [["options"]],
        localAddressAt: "wing.localAddress",
        ignores: [{ option: "localAddress", because: "herons fly from under a wing", instead: "put it under wing" }],
        reusesConnectionsWith: "keepAlive",
        endsIn: { node: "net.connect", bun: "net.connect", deno: "net.connect" },
      },
    },
    "heron.pond": {
      returns: "heron.Pond",
      does: {
        op: "bind",
        transport: "udp",
        forms: [["options"]],
        spelled: { reuseAddr: "reuseWater" },
        makesSocket: true,
        endsIn: { node: "dgram.Socket#bind", bun: "bun.udpSocket", deno: "deno.listenDatagram" },
      },
    },
    "heron.Pond": {},
  },
};

const RUNTIMES: readonly Runtime[] = ["node", "bun", "deno"];
const SERVER = 'import { createServer } from "heron";\nconst server = createServer();\n';
const FLOCK = 'import { Flock } from "heron";\n';

/** A text as an editor has it that knows the package. `|` is the cursor. */
function look(code: string, runtime: Runtime, given: Given = {}) {
  return withPackages([heron], () => {
    const opened = open(code, { settings: { runtime, platforms: ["linux"] }, ...given });
    const hover = opened.hover() ?? "";
    return {
      opened,
      hover,
      rules: opened.diagnostics.map((each) => each.code),
      facts: opened.diagnostics.flatMap((each) => (each.data as { facts: FactId[] }).facts),
      messages: opened.diagnostics.map((each) => String(each.message)),
      page: /\[More about this\]\(file:\/\/\/pages\/(.+)\.md\)/.exec(hover)?.[1],
      calls: /```\n([^`]*)\n```/.exec(hover)?.[1]?.split("\n") ?? [],
      applied: (title: RegExp) => withPackages([heron], () => after(opened, titled(opened.actions(), title))),
    };
  });
}

const says = (hover: string, id: FactId) => assert.ok(hover.includes(`: ${codeWords(fact(id).summary)}`), hover);

describe("a package that is given as rows alone", () => {
  it("is in the catalogue, and passes the prefilter, only as long as somebody has it there", () => {
    const code = `${SERVER}server.listen(8123);`;
    assert.equal(mayHaveSites('import "heron";'), false);
    withPackages([heron], () => {
      assert.equal(mayHaveSites('import "heron";'), true);
      assert.equal(catalogue().packages.at(-1), heron);
      assert.equal(catalogue().packages.length, packages.length + 1);
    });
    assert.throws(() =>
      withPackages([heron], () => {
        throw new Error("half way");
      }),
    );
    assert.equal(catalogue().entryAt("heron.createServer"), undefined);
    // Without its rows only the shape of the call speaks.
    assert.match(open(code.replace("server.listen", "server.lis|ten")).hover() ?? "", /setsockopt\(SO_REUSEADDR, 1\)/);
    assert.equal(open(code.replace("createServer();", "createServer({ reusePort: true });")).diagnostics.length, 1);
  });

  it("gets the finding, the suggestion and the page of a listen on every runtime", () => {
    for (const runtime of RUNTIMES) {
      const { rules, page, applied } = look(`${SERVER}server.lis|ten(8123, "127.0.0.1");`, runtime);
      assert.deepEqual(rules, ["require-reuse-option"], runtime);
      assert.equal(page, "require-reuse-option", runtime);
      assert.equal(
        applied(/reusePort: false/),
        `${SERVER}server.listen({ port: 8123, nest: "127.0.0.1", reusePort: false });`,
        runtime,
      );
    }
  });

  it("makes the system calls of the API in which it ends", () => {
    const code = `${SERVER}server.lis|ten({ port: 8123, reusePort: process.platform === "linux" });`;
    assert.deepEqual(look(code, "node").calls, [
      "socket(AF_INET6, SOCK_STREAM)",
      "setsockopt(SO_REUSEADDR, 1)",
      "setsockopt(SO_REUSEPORT, 1)",
      "setsockopt(IPV6_V6ONLY, 0)",
      "bind([::]:8123)",
      "listen(511)",
    ]);
    assert.equal(look(code, "bun").calls.at(-1), "listen(512)");
    const deno = code.replace("process.platform", "Deno.build.os");
    assert.deepEqual(look(deno, "deno").calls.slice(1, 4), [
      "setsockopt(SO_REUSEPORT, 1)",
      "setsockopt(SO_REUSEADDR, 1)",
      "bind(0.0.0.0:8123)",
    ]);
    for (const runtime of RUNTIMES) assert.equal(look(code, runtime).page, "no-unguarded-reuse-port", runtime);
  });

  it("ends nowhere on a runtime that its row leaves out", () => {
    const { node } = listen.endsIn as { node: string };
    const entries = { ...heron.entries, "heron.Server#listen": { does: { ...listen, endsIn: { node } } } };
    const code = `${SERVER}server.lis|ten(8123);`;
    const on = (runtime: Runtime) =>
      withPackages([{ ...heron, entries }], () => open(code, { settings: { runtime } }).hover());
    assert.match(on("node") ?? "", /bind\(\[::\]:8123\)/);
    assert.equal(on("bun"), null);
  });

  it("gives its reason for an option that it ignores, and the fact of its row", () => {
    for (const runtime of RUNTIMES) {
      const { rules, facts, messages, applied } = look(
        'import { createServer } from "heron";\ncreateServer({ reusePort: true, wade: 1 });',
        runtime,
      );
      assert.deepEqual(rules, ["no-ignored-socket-option"]);
      assert.deepEqual(facts, ["node-servers-share-net-listen"]);
      assert.match(messages[0] ?? "", /a heron looks the other way[^]*give it to listen\(\)/);
      assert.equal(applied(/^Remove/), 'import { createServer } from "heron";\ncreateServer({ wade: 1 });');
    }
  });

  it("shares its port where the row says so, and tells how not to", () => {
    for (const runtime of RUNTIMES) {
      const { rules, facts, page, hover, calls, messages, applied } = look(
        `${FLOCK}new Flock({ size: 3 }).lis|ten(8123);`,
        runtime,
      );
      assert.deepEqual(rules, ["no-silent-port-sharing"]);
      assert.deepEqual(facts, ["uws-shares-by-default", "second-copy-splits-silently"]);
      assert.equal(page, "no-silent-port-sharing");
      assert.match(messages[0] ?? "", /alone: true/);
      assert.equal(applied(/alone: true/), `${FLOCK}new Flock({ size: 3, alone: true }).listen(8123);`);
      says(hover, "uws-shares-by-default");
      assert.deepEqual(calls, [], "what a library of its own calls is not known");
    }
    const alone = look(`${FLOCK}new Flock({ alone: true }).lis|ten(8123);`, "node");
    assert.deepEqual(alone.rules, []);
    assert.match(alone.hover, /A second process fails with EADDRINUSE\./);
    const open = look(`${FLOCK}new Flock({ alone: quiet() }).lis|ten(8123);`, "node");
    assert.deepEqual(open.rules, []);
    assert.match(open.hover, /Whether a second copy shares it is not visible here\./, "nobody can say");
  });

  it("connects from the address that its row reads, and ignores the one that it does not", () => {
    const dial = 'import { dial } from "heron";\nexport const it = dia|l({ host: "192.0.2.1", port: 80, ';
    for (const runtime of RUNTIMES) {
      const under = look(`${dial}wing: { localAddress: "192.0.2.7" } });`, runtime);
      assert.deepEqual(under.rules, ["no-bind-before-connect"], runtime);
      assert.equal(under.page, "no-bind-before-connect");
      assert.match(under.calls.join(), /bind\(192\.0\.2\.7:0\),connect\(192\.0\.2\.1:80\)/);
      const beside = look(`${dial}localAddress: "192.0.2.7" });`, runtime);
      assert.deepEqual(beside.rules, ["no-ignored-socket-option"], runtime);
      assert.deepEqual([beside.page, beside.facts], ["no-ignored-socket-option", []]);
      assert.deepEqual(beside.calls.length, 2, "socket and connect, no bind");
      const fixed = look(`${dial}localPort: 5000 });`, runtime);
      assert.deepEqual([fixed.rules, fixed.page], [["no-fixed-local-port"], "no-fixed-local-port"], runtime);
    }
  });

  it("makes a datagram socket whose flags stand among its options", () => {
    const { rules, calls, page, messages } = look(
      'import { pond } from "heron";\npo|nd({ port: 5353, host: "127.0.0.1", reuseWater: true });',
      "bun",
    );
    assert.deepEqual(rules, ["no-unicast-reuse-addr"]);
    assert.match(messages[0] ?? "", /reuseWater: true/);
    assert.equal(page, "no-unicast-reuse-addr");
    assert.deepEqual(calls, ["socket(AF_INET, SOCK_DGRAM)", "setsockopt(SO_REUSEADDR, 1)", "bind(127.0.0.1:5353)"]);
    const shared = 'import { pond } from "heron";\npo|nd({ reuseWater: true });';
    for (const runtime of RUNTIMES) assert.deepEqual(look(shared, runtime).rules, ["no-shared-ephemeral-udp-port"]);
  });
});
