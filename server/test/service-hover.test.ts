import assert from "node:assert/strict";
import { ERROR_CODES } from "../src/service/consequences/index.ts";
import type { PortLookup } from "../src/ports/port.ts";
import { MACHINE, open } from "./service-fixture.ts";

describe("service: hover", () => {
  it("shows the system calls of a listen, and what comes of it", () => {
    const text = open('import http from "node:http";\nhttp.createServer().lis|ten(3000);').hover() ?? "";
    assert.match(
      text,
      /socket\(AF_INET6, SOCK_STREAM\)\nsetsockopt\(SO_REUSEADDR, 1\)\nsetsockopt\(IPV6_V6ONLY, 0\)\nbind\(\[::\]:3000\)\nlisten\(511\)/,
    );
    assert.match(text, /\n\nOpens \[::\]:3000 for IPv4 and IPv6\. A second process fails with EADDRINUSE\.\n\n/);
    assert.match(text, /\*\*Restart\*\*: /);
    assert.match(text, /\*\*On macOS and Windows\*\*: /);
    assert.match(text, /\[More about this\]\(file:\/\/\/pages\/require-reuse-option\.md\)/);
  });

  it("stands over the name of the call or over the option", () => {
    const { document, hovered } = open(
      'import http from "node:http";\nhttp.createServer().listen({ port: 3000, reuseP|ort: true });',
    );
    const range = hovered()?.range;
    assert.equal(range && document.getText(range), "reusePort: true");
  });

  it("shows nothing elsewhere", () => {
    assert.equal(open('import http from "node:http";\nhttp.crea|teServer().listen(3000);').hover(), null);
    assert.equal(
      open('import http from "node:http";\nconst na|me = 1;\nhttp.createServer().listen(3000);').hover(),
      null,
    );
    assert.equal(open("const a| = 1;").hover(), null);
  });

  it("follows a guard: Linux shares, macOS and Windows do not fail", () => {
    const guarded =
      open(
        'import net from "node:net";\nnet.createServer().listen({ port: 3000, reuseP|ort: process.platform === "linux" });',
      ).hover() ?? "";
    assert.match(guarded, /setsockopt\(SO_REUSEPORT, 1\)/);
    assert.doesNotMatch(guarded, /fails with `ENOTSUP`/);
    const bare =
      open('import net from "node:net";\nnet.createServer().listen({ port: 3000, reuseP|ort: true });').hover() ?? "";
    assert.match(bare, /On macOS and Windows\*\*: .*fails with `ENOTSUP`/);
  });

  it("knows which versions of Node.js the project admits", () => {
    const code =
      'import net from "node:net";\nnet.createServer().listen({ port: 3000, reuseP|ort: process.platform === "linux" });';
    const both = open(code, { package: { engines: { node: ">=20" } } }).hover() ?? "";
    assert.match(
      both,
      /Node\.js 20\.0\.0, which engines\.node of package\.json admits: without `setsockopt\(SO_REUSEPORT, 1\)`/,
    );
    const old = open(code, { package: { engines: { node: "20.x" } } }).hover() ?? "";
    assert.match(old, /Node\.js 20 on Linux/);
    assert.doesNotMatch(old, /setsockopt\(SO_REUSEPORT/);
  });

  it("shows a default export that Bun serves as what it opens, on Bun alone", () => {
    const text = "import { Hono } from 'hono';\nexport de|fault new Hono();\n";
    const served = open(text, { package: { packageManager: "bun@1.4.5" } }).hover() ?? "";
    assert.match(served, /`export default`[^]*Opens \[::\]:3000[^]*Bun on Linux:[^]*bind\(\[::\]:3000\)/);
    assert.equal(open(text).hover(), null);
  });
  it("speaks of the runtime of the project", () => {
    const bun = open("Bun.ser|ve({ port: 3000, fetch: () => new Response() });").hover() ?? "";
    assert.match(bun, /Bun on Linux:/);
    assert.match(bun, /listen\(512\)/);
    const deno = open("Deno.ser|ve({ port: 8080 }, () => new Response());").hover() ?? "";
    assert.match(deno, /bind\(0\.0\.0\.0:8080\)/);
    assert.doesNotMatch(deno, /Node\.js/);
  });

  it("shows the bind before a connect, and what happens when ports run out", () => {
    const text =
      open(
        'import http from "node:http";\nexport const agent = new http.Agent({ localAddr|ess: "10.0.0.1" });',
      ).hover() ?? "";
    assert.match(text, /bind\(10\.0\.0\.1:0\)\nconnect\(host:port\)/);
    assert.match(text, /\*\*When ports run out\*\*: .*EADDRINUSE/);
    const plain =
      open(
        'import net from "node:net";\nnet.conn|ect({ host: "10.0.0.2", port: 80 });\nconst reusePort = 1;',
      ).hover() ?? "";
    assert.match(plain, /socket\(AF_INET, SOCK_STREAM\)\nconnect\(10\.0\.0\.2:80\)\n```/);
  });

  it("puts a datagram socket and its bind together", () => {
    const text =
      open(
        'import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseA|ddr: true });\ns.bind(5353, () => s.addMembership("224.0.0.251"));',
      ).hover() ?? "";
    assert.match(
      text,
      /socket\(AF_INET, SOCK_DGRAM\)\nsetsockopt\(SO_REUSEADDR, 1\)\nbind\(0\.0\.0\.0:5353\)\nsetsockopt\(IP_ADD_MEMBERSHIP, 224\.0\.0\.251\)/,
    );
  });

  it("says who binds in a cluster worker", () => {
    const text =
      open(
        'import cluster from "node:cluster";\nimport http from "node:http";\nif (cluster.isPrimary) cluster.fork();\nelse http.createServer().lis|ten(3000);',
      ).hover() ?? "";
    assert.match(text, /primary: bind\(\[::\]:3000\)/);
    assert.match(text, /The primary opens .* All workers serve it\./);
  });

  it("explains socket constants of raw calls", () => {
    const raw = (at: string) => `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const bind = libc.func("int bind(int, void *, int)");
const SOL_SOCKET = 1, SO_REUSEPORT = 15;
const fd = socket(2, 1, 0);
setsockopt(fd, SOL_SOCKET, ${at}, Buffer.from([1, 0, 0, 0]), 4);
bind(fd, address, 16);`;
    const text = open(raw("SO_REUSE|PORT")).hover() ?? "";
    assert.match(text, /\*\*`setsockopt\(SO_REUSEPORT\)`\*\*/);
    assert.match(text, /Two processes of one user/);
  });

  it("explains error codes wherever they stand", () => {
    for (const code of ERROR_CODES) {
      const text = open(`server.on("error", (e) => { if (e.code === "${code}|") retry(); });`).hover() ?? "";
      assert.ok(text.startsWith(`**\`${code}\`**`), code);
      const causes = text.split("\n").filter((line) => line.startsWith("- "));
      assert.ok(causes.length > 0, code);
      for (const line of causes) {
        assert.ok(line.includes(code), `${code}: ${line}`);
      }
      assert.ok(text.split(/\s+/).length <= 90, `${code} has more than 90 words`);
    }
    assert.equal(open('log("ENO|ENT", "EADDRINUSE");').hover(), null);
  });

  it("says of codes that other calls give as well which calls it speaks of", () => {
    const first = (code: string) => open(`if (e.code === "${code}|") retry();`).hover()?.split("\n")[0];
    assert.equal(first("EINVAL"), "**`EINVAL`** of `bind()`, `listen()` and `connect()`");
    assert.equal(first("EISCONN"), "**`EISCONN`**");
  });

  it("tells of the machine of the server when there is one, and of the parts that are wanted", () => {
    const opened = open('import http from "node:http";\nhttp.createServer().lis|ten(40005);');
    const elsewhere = open('import http from "node:http";\nhttp.createServer().lis|ten(3000);');
    assert.doesNotMatch(elsewhere.hover({ machine: MACHINE }) ?? "", /this language server/);
    assert.match(
      opened.hover({ machine: MACHINE }) ?? "",
      /On the machine of this language server\*: Linux 6\.12\.1, `ip_local_port_range` 40000–40009: 9 ports \(without the reserved 40001\)\.\n`tcp_tw_reuse=2`\./,
    );
    const parts = { syscalls: true, consequences: false, facts: false, machine: false };
    const short = opened.hover({ parts, machine: MACHINE }) ?? "";
    assert.match(short, /listen\(511\)/);
    assert.doesNotMatch(short, /second process|language server|Good to know/);
    assert.equal(opened.hover({ parts: { ...parts, syscalls: false } }), null);
  });

  describe("right now", () => {
    const asked: string[] = [];
    const ports: PortLookup = (port) => {
      asked.push(`${port.transport} ${port.number}`);
      return { ...port, state: "free", holders: [], unknownOwners: [], connections: 0, timeWait: 2 };
    };
    const hovered = (code: string, given: Parameters<typeof open>[1] = {}) => {
      asked.length = 0;
      return open(code, given).hover({ ports }) ?? "";
    };

    it("says who holds the constant port of a listen", () => {
      const text = hovered('import http from "node:http";\nhttp.createServer().lis|ten(3000);');
      assert.match(text, /\n\*Right now\*: port 3000 is free; 2 connections are in TIME_WAIT\.\n/);
      assert.deepEqual(asked, ["tcp 3000"]);
    });

    it("knows the default port of a runtime, and that a datagram socket is bound later", () => {
      hovered("Bun.ser|ve({ fetch: () => new Response() });");
      assert.deepEqual(asked, ["tcp 3000"]);
      hovered('import dgram from "node:dgram";\nconst s = dgram.create|Socket("udp4");\ns.bind(5353);');
      assert.deepEqual(asked, ["udp 5353"]);
    });

    it("asks nothing of a raw call whose port nobody can see", () => {
      const code = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const bind = libc.func("int bind(int, void *, int)");
const listen = libc.func("int listen(int, int)");
const fd = socket(2, 1, 0);
bind(fd, address, 16);
lis|ten(fd, 128);`;
      assert.match(hovered(code), /listen/);
      assert.deepEqual(asked, []);
    });

    it("stands at EADDRINUSE for the ports of the file, as a text and as a name", () => {
      const listens =
        'import http from "node:http";\nhttp.createServer().listen(3000);\nhttp.createServer().listen(3001);\n';
      for (const code of ['e.code === "EADDR|INUSE";', "errno.EADDR|INUSE;"]) {
        assert.match(hovered(listens + code), /port 3000 is free.*\n\*Right now\*: port 3001 is free/s);
        assert.deepEqual(asked, ["tcp 3000", "tcp 3001"]);
      }
      const udp = 'import dgram from "node:dgram";\ndgram.createSocket("udp4").bind(3000);\n';
      hovered(`${listens}${udp}e.code === "EADDR|INUSE";`);
      assert.deepEqual(asked, ["tcp 3000", "tcp 3001", "udp 3000"], "one number in two transports is two ports");
      hovered(`${listens}e.code === "EADDRNOT|AVAIL";`);
      assert.deepEqual(asked, []);
    });

    it("asks nothing where the port is not known, is any, or is not a port, and nothing of a connection", () => {
      for (const code of [
        "http.createServer().lis|ten(process.env.PORT);",
        "http.createServer().lis|ten(0);",
        'http.createServer().lis|ten("/run/a.sock");',
        'http.re|quest({ host: "a", port: 3000, localAddress: "10.0.0.1" });',
      ])
        hovered(`import http from "node:http";\n${code}`);
      assert.deepEqual(asked, []);
    });

    it("is left out where the machine cannot say, and asks nothing to find problems", () => {
      const opened = open('import http from "node:http";\nhttp.createServer().lis|ten(3000);');
      assert.equal(opened.diagnostics.length, 1);
      assert.doesNotMatch(opened.hover({ ports: () => null }) ?? "", /Right now/);
      assert.doesNotMatch(opened.hover() ?? "", /Right now/);
    });
  });

  describe("an address that the machine does not have", () => {
    const isOwnAddress = (address: string) => address !== "10.0.0.9";
    const said = (code: string) => open(code).hover({ isOwnAddress }) ?? "";
    const line =
      /\n\*Right now\*: `10\.0\.0\.9` is not an address of this machine; binding to it fails with EADDRNOTAVAIL\.\n/;

    it("is named at a connection from it, at a listen and at a datagram socket", () => {
      for (const code of [
        'import http from "node:http";\nhttp.re|quest({ host: "example.com", localAddress: "10.0.0.9" });',
        'import net from "node:net";\nnet.createServer().lis|ten(3000, "10.0.0.9");',
        'import dgram from "node:dgram";\ndgram.createSocket("udp4").bi|nd({ port: 4000, address: "10.0.0.9" });',
      ])
        assert.match(said(code), line);
    });

    it("is said once: as a condition only where it is not known", () => {
      const times = (code: string) => said(code).split(/not an address of this machine/i).length - 1;
      const code = 'import net from "node:net";\nnet.con|nect({ port: 80, host, localAddress: "10.0.0.9" });';
      assert.equal(times(code), 1);
      assert.match(said(code.replace(".9", ".8")), /\*\*Not an address of this machine\*\*: `bind\(\)` fails/);
    });

    it("is not looked for in a name, a wildcard, an address that is there and the far end", () => {
      for (const code of [
        'import net from "node:net";\nnet.createServer().lis|ten(3000, "db.internal");',
        'import net from "node:net";\nnet.createServer().lis|ten(3000, "0.0.0.0");',
        'import net from "node:net";\nnet.createServer().lis|ten(3000, "10.0.0.8");',
        'import net from "node:net";\nnet.con|nect({ port: 80, host: "10.0.0.9", localAddress: "10.0.0.8" });',
      ])
        assert.doesNotMatch(said(code), /not an address/);
    });
  });

  it("names of an error code only what the project's platforms know", () => {
    const said = (platforms: string[]) => open('e.code === "ENOT|SUP";', { settings: { platforms } }).hover() ?? "";
    assert.match(said(["linux", "darwin"]), /ENOTSUP/);
    assert.notEqual(said(["linux"]), said(["darwin", "win32"]));
    const [everywhere, windows] = [["linux", "darwin", "win32"], ["win32"]].map(
      (platforms) => open('e.code === "EADDR|INUSE";', { settings: { platforms } }).hover() ?? "",
    ) as [string, string];
    assert.match(everywhere, /SO_REUSEADDR/);
    assert.doesNotMatch(windows, /SO_REUSEADDR|Linux/);
  });

  it("is plain text for those who want that", () => {
    const text =
      open('import http from "node:http";\nhttp.createServer().lis|ten(3000);').hover({
        format: "plaintext",
        machine: MACHINE,
      }) ?? "";
    assert.doesNotMatch(text, /[`*]|\]\(/);
    assert.match(text, /bind\(\[::\]:3000\)/);
  });

  it("fits on a screen", () => {
    const codes = [
      'import http from "node:http";\nhttp.createServer().listen({ port: 40000, host: "0.0.0.0", ipv6Only: true, exclusive: true, reuseP|ort: true });',
      'import http from "node:http";\nexport const agent = new http.Agent({ localAddr|ess: "0.0.0.0" });',
      'import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseA|ddr: true, reusePort: true });\ns.bind(5353, () => s.addMembership("224.0.0.251"));',
    ];
    for (const code of codes) {
      const text = open(code, { package: { engines: { node: ">=20" } } }).hover({ machine: MACHINE }) ?? "";
      const shown = text.split("\n").filter((each) => each !== "" && !each.startsWith("```"));
      assert.ok(shown.length > 5 && shown.length <= 25, `${shown.length} lines`);
    }
  });
});
