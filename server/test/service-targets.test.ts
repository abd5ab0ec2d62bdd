import assert from "node:assert/strict";
import { MACHINE, open, type Given } from "./service-fixture.ts";

const NET = `import net from "node:net"; import http from "node:http"; import dgram from "node:dgram";
const server = net.createServer();
`;
const LISTEN = "**`server.listen()`**";
const BIND = "**`dgram.createSocket()`**";

/** What a hover at the `|` stands over, and its first line. */
function hovered(code: string, given: Given = {}): [over: string, heading: string] | null {
  const { document, hovered: hover } = open(NET + code, given);
  const found = hover();
  if (!found) return null;
  const { value } = found.contents as { value: string };
  return [document.getText(found.range), value.split("\n")[0]!.trimEnd()];
}

describe("service: where a call has its hover", () => {
  const ROWS: readonly (readonly [code: string, over: string | null, heading?: string, given?: Given])[] = [
    ["server.|listen(3000);", "listen", LISTEN],
    ["server.lis|ten(3000);", "listen", LISTEN],
    ["server.listen|(3000);", "listen", LISTEN],
    ["server|.listen(3000);", null],
    ["server.listen(|3000);", null],
    ["server.listen({ |port: 3000 });", "port: 3000", LISTEN],
    ["server.listen({ port: 30|00 });", "port: 3000", LISTEN],
    ["server.listen({ port: 3000|, });", "port: 3000", LISTEN],
    ["server.listen({ port: 3000,| });", null],
    ["server.listen({ port: 3000, ho|st: '::' });", "host: '::'", LISTEN],
    ["server.listen({ port: 3000, back|log: 5 });", "backlog: 5", LISTEN],
    ["server.listen({ port: 3000, ipv6|Only: true });", "ipv6Only: true", LISTEN],
    ["server.listen({ port: 3000, excl|usive: true });", "exclusive: true", LISTEN],
    ["server.listen({ port: 3000, reuse|Port: true });", "reusePort: true", LISTEN],
    ["server.listen({ port: 3000, readable|All: true });", null],
    ["server.listen({ pa|th: '/run/a' });", "path: '/run/a'", LISTEN],
    ["server.listen({ f|d: 3 });", "fd: 3", LISTEN],
    ["server.listen({ han|dle: x });", "handle: x", LISTEN],
    ["const o = { po|rt: 3000 };\nserver.listen(o);", "port: 3000", LISTEN],
    ["const o = {};\no.po|rt = 3000;\nserver.listen(o);", "o.port", LISTEN],
    ["const o = {};\no.port = 30|00;\nserver.listen(o);", "o.port", LISTEN],
    ["const o = {};\no.port = 3000;\nser|ver.listen(o);", null],
    ["net.connect({ port: 1, local|Address: a });", "localAddress: a", "**`net.connect()`**"],
    ["net.connect({ port: 1, local|Port: 5 });", "localPort: 5", "**`net.connect()`**"],
    ["dgram.createSocket({ type: 'udp4', reuse|Addr: true }).bind(1);", "reuseAddr: true", BIND],
    ["dgram.create|Socket('udp4').bind(1);", "createSocket", BIND],
    ["dgram.create|Socket('udp4');", null],
    ["const s = dgram.createSocket('udp4');\ns.se|nd('a', 1);", "send", "**`send()`**"],
    ["const s = dgram.createSocket('udp4');\ns.conn|ect(1);", "connect", "**`connect()`**"],
    ["const s = dgram.createSocket('udp4');\ns.addMember|ship(g);", "addMembership", "**`addMembership()`**"],
    ["const s = dgram.createSocket('udp4');\ns.cl|ose();", null],
    ["const s = dgram.createSocket('udp4');\ns.bind(1);\ns.se|nd('a', 1);", null],
    ["f('EADDR|INUSE');", "'EADDRINUSE'", "**`EADDRINUSE`**"],
    ["f(`EADDR|INUSE`);", "EADDRINUSE", "**`EADDRINUSE`**"],
    ["f(errno.EADDR|INUSE);", "EADDRINUSE", "**`EADDRINUSE`**"],
    ["f('EADDRINUSE|');", "'EADDRINUSE'", "**`EADDRINUSE`**"],
    ["f('|EADDRINUSE');", "'EADDRINUSE'", "**`EADDRINUSE`**"],
    ["f('EADDR|INUSE!');", null],
    ["f('const|ructor');", null],
    ["SO_REUSE|PORT;", null],
  ];
  for (const [code, over, heading, given = {}] of ROWS)
    it(code, () => assert.deepEqual(hovered(code, given), over === null ? null : [over, heading]));

  const RAW = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const SO_REUSEPORT = 15, SO_REUSEADDR = 2, SO_KEEPALIVE = 9;
`;
  for (const [code, over, heading] of [
    [
      "const fd = socket(2, 1, 0);\nset|sockopt(fd, 1, SO_REUSEPORT, one, 4);",
      "setsockopt",
      "**`setsockopt(SO_REUSEPORT)`**",
    ],
    [
      "const fd = socket(2, 1, 0);\nsetsockopt(fd, 1, SO_REUSE|PORT, one, 4);",
      "SO_REUSEPORT",
      "**`setsockopt(SO_REUSEPORT)`**",
    ],
    ["const fd = socket(2, 1, 0);\nset|sockopt(fd, 1, SO_KEEPALIVE, one, 4);", "setsockopt", "**`setsockopt()`**"],
    ["const fd = socket(2, 1, 0);\nset|sockopt(fd, a, b, one, 4);", "setsockopt", "**`setsockopt()`**"],
    [
      "const fd = socket(2, 1, 0);\nf(SO_REUSE|ADDR);\nsetsockopt(fd, 1, SO_REUSEADDR, one, 4);",
      "SO_REUSEADDR",
      "**`SO_REUSEADDR`**",
    ],
    ["const fd = socket(2, 1, 0);\nf(SO_KEEP|ALIVE);\nsetsockopt(fd, 1, SO_REUSEADDR, one, 4);", null, ""],
    ["const fd = socket(2, 1, 0);\nsetsockopt(f|d, 1, SO_REUSEADDR, one, 4);", null, ""],
  ] as const)
    it(code, () => assert.deepEqual(hovered(RAW + code), over === null ? null : [over, heading]));

  it("says of a constant what it does for the socket that it is set on", () => {
    const shown = (type: number) =>
      open(
        `${RAW}const fd = socket(2, ${type}, 0);\nf(SO_REUSE|PORT);\nsetsockopt(fd, 1, SO_REUSEPORT, one, 4);`,
      ).hover();
    assert.match(shown(1) ?? "", /\*\*Restart\*\*/);
    assert.doesNotMatch(shown(2) ?? "", /\*\*Restart\*\*/);
  });
});

describe("service: the heading of a call with two kinds of options", () => {
  for (const [options, heading] of [
    ["x ? { path: '/a' } : { port: 1 }", " if `x`"],
    ["!x ? { path: '/a' } : { port: 1 }", " if `!x`"],
    ["x ? { port: 2 } : { port: 1, host: '::' }", " if `x`"],
    ["{ port: 1 }", ""],
    [`${"y && ".repeat(20)}x ? { path: '/a' } : { port: 1 }`, " if a test holds"],
    ["f(\n  x,\n) ? { path: '/a' } : { port: 1 }", " if `f( x, )`"],
  ] as const)
    it(options, () => assert.equal(hovered(`server.lis|ten(${options});`)?.[1].replace(LISTEN, ""), heading));
});

describe("service: parts of a hover", () => {
  const shown = (code: string, settings: object = {}, given: Given = {}) =>
    open(NET + code, given).hover(settings as never) ?? "";

  it("are left out one by one", () => {
    const parts = { syscalls: true, consequences: true, facts: true, machine: true };
    const all = shown("server.lis|ten(0, '127.0.0.1');", { machine: MACHINE, parts });
    for (const [part, text] of [
      ["syscalls", /\nsocket\(/],
      ["consequences", /Opens a free port/],
      ["facts", /\*\*In a container\*\*/],
      ["machine", /On the machine of this language server/],
    ] as const) {
      assert.match(all, text);
      assert.doesNotMatch(
        shown("server.lis|ten(0, '127.0.0.1');", { machine: MACHINE, parts: { ...parts, [part]: false } }),
        text,
      );
    }
  });

  it("have the machine where a port is taken out of its range", () => {
    for (const [code, expected] of [
      ["server.lis|ten(0);", true],
      ["server.lis|ten(39999);", false],
      ["server.lis|ten(40000);", true],
      ["server.lis|ten(40009);", true],
      ["server.lis|ten(40010);", false],
      ["server.lis|ten(port);", false],
      ["server.lis|ten('/run/a');", false],
      ["server.lis|ten({ fd: 3 });", false],
      ["net.conn|ect(80, '10.0.0.1');", true],
      ["net.conn|ect({ port: 80, localPort: 40005 });", true],
      ["net.conn|ect({ port: 80, localPort: 5000 });", false],
      ["net.conn|ect({ port: 80, localPort });", false],
      ["net.conn|ect('/run/a');", false],
    ] as const)
      assert.equal(/On the machine of/.test(shown(code, { machine: MACHINE })), expected, code);
  });

  it("know an address that is not the machine's", () => {
    const asked: string[] = [];
    const isOwnAddress = (address: string) => (asked.push(address), false);
    for (const code of [
      "server.lis|ten(1, '10.0.0.1');",
      "server.lis|ten(1, '::1');",
      "server.lis|ten(1, '::');",
      "server.lis|ten(1, '0:0:0:0:0:0:0:0');",
      "server.lis|ten(1, '0.0.0.0');",
      "server.lis|ten(1, '0.0.0.1');",
      "server.lis|ten(1, 'a.test');",
      "server.lis|ten(1, host);",
      "server.lis|ten(1);",
      "server.lis|ten('/run/a');",
      "server.lis|ten({ fd: 3 });",
      "net.conn|ect({ port: 1, host: '10.0.0.2', localAddress: '10.0.0.3' });",
      "net.conn|ect({ port: 1, host: '10.0.0.2' });",
    ])
      shown(code, { isOwnAddress });
    assert.deepEqual(
      asked.filter((each, i) => asked.indexOf(each) === i),
      ["10.0.0.1", "::1", "0.0.0.1", "10.0.0.3"],
    );
    assert.doesNotMatch(shown("server.lis|ten(1, '10.0.0.1');", { isOwnAddress: () => null }), /Right now/);
  });

  it("hold no signs that come from the code", () => {
    const group = (name: string) =>
      /IP_ADD_MEMBERSHIP, (.*)\)\n/.exec(
        shown(`const s = dgram.createSocket("udp4");\ns.bi|nd(5000, () => s.addMembership('${name}'));`),
      )?.[1];
    assert.equal(group("a`b*[c](d)<e>"), "a\ufffdb\ufffd\ufffdc\ufffd\ufffdd\ufffd\ufffde\ufffd");
    assert.equal(group("ä.test_a-b%c"), "ä.test_a-b%c");
    assert.equal(group("a".repeat(101)), `${"a".repeat(100)}…`);
    assert.equal(group("a".repeat(100)), "a".repeat(100));
    assert.doesNotMatch(shown("server.lis|ten('/run/`a');"), /`\/run\/`a`/);
  });

  it("are plain text where that is asked for", () => {
    const text = shown("server.lis|ten(1, '127.0.0.1');", { format: "plaintext" });
    assert.match(text, /^server\.listen\(\)\n/);
    const now = shown("server.lis|ten(1, '10.0.0.1');", { format: "plaintext", isOwnAddress: () => false });
    assert.match(now, /\nRight now: 10\.0\.0\.1 is not an address/);
    assert.match(text, /\nNode\.js on Linux:\nsocket\(AF_INET, SOCK_STREAM\)\n/);
    assert.match(text, /\n- In a container: Nothing .*: listen on 0\.0\.0\.0 there\.\n/);
    assert.match(text, /\nMore about this: file:\/\/\/pages\/require-reuse-option\.md$/);
    assert.equal((open(`${NET}server.lis|ten(1);`).hovered()?.contents as { kind: string }).kind, "markdown");
  });

  it("end with the page of the rule that says most", () => {
    const page = (code: string, given: Given = {}) => /pages\/([\w-]+)\.md\)$/.exec(shown(code, {}, given))?.[1];
    for (const [code, rule] of [
      ["server.lis|ten(3000);", "require-reuse-option"],
      ["server.lis|ten({ port: 3000, reusePort: true });", "no-unguarded-reuse-port"],
      ["server.lis|ten({ port: 3000, reusePort: process.platform === 'linux' });", "no-unguarded-reuse-port"],
      ["server.lis|ten({ port: 3000, reusePort: false });", "require-reuse-option"],
      ["server.lis|ten(0);", "require-reuse-option"],
      ["net.conn|ect(80, '10.0.0.1');", "no-bind-before-connect"],
      ["net.conn|ect({ port: 80, localPort: 5000 });", "no-fixed-local-port"],
      ["net.conn|ect({ port: 80, localPort });", "no-fixed-local-port"],
      ["net.conn|ect({ port: 80, localPort, localAddress });", "no-bind-before-connect"],
      ["dgram.create|Socket('udp4').bind(1);", "no-unicast-reuse-addr"],
      [
        "const s = dgram.create|Socket({ type: 'udp4', reuseAddr: true });\ns.bind(1, () => s.addMembership(g));",
        "require-multicast-reuse-addr",
      ],
      ["const s = dgram.createSocket('udp4');\ns.se|nd('a', 1);", "no-unicast-reuse-addr"],
    ] as const)
      assert.equal(page(code), rule, code);
    assert.equal(page("f('EADDR|INUSE');"), undefined);
  });

  it("tell what an older Node.js does", () => {
    const older = (code: string, node: string) =>
      /\n(Node\.js \d+\.\d+\.\d+, which .*)\n/.exec(shown(code, {}, { package: { engines: { node } } }))?.[1];
    const share = "server.lis|ten({ port: 3000, reusePort: true });";
    const by = "which engines.node of package.json admits";
    assert.equal(older(share, ">=20"), `Node.js 20.0.0, ${by}: without \`setsockopt(SO_REUSEPORT, 1)\`.`);
    assert.equal(older(share, ">=22.12"), undefined);
    assert.equal(older(share, "20.x"), undefined);
    assert.equal(older("server.lis|ten(3000);", ">=18"), undefined);
    const worker = `import cluster from "node:cluster";\nif (cluster.isPrimary) cluster.fork();\nelse ${share}`;
    assert.equal(
      older(worker, ">=20"),
      `Node.js 20.0.0, ${by}, in the primary: without \`setsockopt(SO_REUSEPORT, 1)\`.`,
    );
  });

  it("name the system and the version that they are about", () => {
    const head = (given: Given) => /\n(\S+(?: \d+)? on \w+):\n```/.exec(shown("server.lis|ten(3000);", {}, given))?.[1];
    for (const [given, expected] of [
      [{}, "Node.js on Linux"],
      [{ settings: { platforms: ["darwin", "win32"] } }, "Node.js on macOS"],
      [{ settings: { platforms: ["win32"] } }, "Node.js on Windows"],
      [{ settings: { platforms: ["freebsd"] } }, "Node.js on Linux"],
      [{ package: { engines: { node: "22.x" } } }, "Node.js 22 on Linux"],
      [{ package: { engines: { node: ">=22" } } }, "Node.js on Linux"],
      [{ package: { engines: { node: "19.x" } } }, "Node.js 19 on Linux"],
      [{ settings: { runtime: "bun" } }, "Bun on Linux"],
      [{ settings: { runtime: "deno" } }, "Deno on Linux"],
    ] as const)
      assert.equal(head(given as Given), expected, JSON.stringify(given));
  });
});
