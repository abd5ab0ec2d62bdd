import assert from "node:assert/strict";
import type { RawSite } from "../../src/sockets/site.ts";
import { endpointInWords, sitesIn } from "./sites.ts";

const LIBC = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const c = { socket: libc.func("int socket(int, int, int)"), setsockopt: libc.func("int setsockopt(int, int, int, void *, int)"),
  bind: libc.func("int bind(int, void *, int)"), listen: libc.func("int listen(int, int)"), connect: libc.func("int connect(int, void *, int)"),
  close: libc.func("int close(int)") };
`;

const rawSitesIn = (code: string) => sitesIn(LIBC + code).filter((each): each is RawSite => each.kind === "raw");

/** Where the one bind of a text ends up. */
function bound(address: string, before = ""): string {
  const [site] = rawSitesIn(`${before}\nconst fd = c.socket(2, 1, 0);\nc.bind(fd, ${address}, 16);`);
  return site ? endpointInWords(site.endpoint) : "no site";
}

describe("the port in an address of C", () => {
  for (const [address, expected, before = ""] of [
    ["{ sin_family: 2, sin_port: htons(3000) }", "port 3000"],
    ["{ sin6_port: htons(3000) }", "port 3000"],
    ["{ port: htons(3000) }", "port 3000"],
    ["{ port: swap16(3000) }", "port 3000"],
    ["{ port: it.htons(port) }", "port ?"],
    ["{ port: htons(0) }", "port 0"],
    // A number in network order is another one than it looks.
    ["{ port: 3000 }", "port ?"],
    ["{ port: 0 }", "port 0"],
    ["{ port: htons() }", "port ?"],
    ["{ port: other(3000) }", "port ?"],
    ["{ sinport: htons(3000) }", "unknown"],
    ["{ myport: htons(3000) }", "unknown"],
    ["{ ports: htons(3000) }", "unknown"],
    ["{ ...rest }", "unknown"],
    ["address", "unknown"],
    ["address", "port 3000", "const address = { sin_port: htons(3000) };"],
    ["address", "unknown", "let address = { sin_port: htons(3000) }; address = x;"],
    ["address.buffer", "port 3000", "const address = Buffer.from([2, 0, 0x0b, 0xb8]);"],
    ["address.bytes", "unknown", "const address = Buffer.from([2, 0, 0x0b, 0xb8]);"],
    ["Buffer.from([2, 0, 0x0b, 0xb8, 0, 0, 0, 0])", "port 3000"],
    ["new Uint8Array([2, 0, 0x0b, 0xb8])", "port 3000"],
    ["Buffer.from([2, 0, 0, 0])", "port 0"],
    ["Buffer.from([2, 0, 0, 5])", "port 5"],
    ["Buffer.from([2, 0, 1, 0])", "port 256"],
    ["Buffer.from([2, 0, high, low])", "port ?"],
    ["Buffer.from([2, 0, 1, low])", "port ?"],
    ["Buffer.from([2, 0, , 5])", "port ?"],
    ["Buffer.from([2, 0, 1])", "unknown"],
    ["Buffer.from([2, 0, ...bytes, 1])", "unknown"],
    ["Buffer.from([2, 0, 1, 2, ...bytes])", "port 258"],
    ["Buffer.from(bytes)", "unknown"],
    ["koffi.as({ port: htons(3000) }, 'sockaddr *')", "port 3000"],
    ["ptr({ port: htons(3000) })", "port 3000"],
    ["Deno.UnsafePointer.of(Buffer.from([2, 0, 1, 0]))", "port 256"],
    ["addressOf(Buffer.from([2, 0, 1, 0]))", "port 256"],
    ["ref(Buffer.from([2, 0, 1, 0]))", "port 256"],
    ["new ref({ port: htons(3000) })", "unknown"],
    ["ptr()", "unknown"],
    ["copy({ port: htons(3000) })", "unknown"],
    ["sockaddr('10.0.0.1', 3000)", "port 3000"],
    ["sockaddr('10.0.0.1', port)", "port ?"],
    ["sockaddr('10.0.0.1', ...x)", "unknown"],
    ["sockaddr('10.0.0.1')", "unknown"],
    ["make('10.0.0.1', 3000)", "unknown"],
    ["make('10.0.0.1', 3000)", "port 3000", "function make(host, port) { return x; }"],
    ["make('10.0.0.1')", "port 80", "function make(host, port = 80) { return x; }"],
    ["make('10.0.0.1')", "unknown", "function make(host, port) { return x; }"],
    ["make('10.0.0.1', 3000)", "port 3000", "function make(host, serverPort = 80) { return x; }"],
    ["make(3000)", "unknown", "function make({ port }) { return x; }"],
    ["make()", "port 256", "function make() { return Buffer.from([2, 0, 1, 0]); }"],
    ["make()", "unknown", "function make() { if (x) return y; return Buffer.from([2, 0, 1, 0]); }"],
    ["make()", "unknown", "function make() {}"],
    ["5", "unknown"],
  ] as [string, string, string?][])
    it(`${before} bind(fd, ${address}) → ${expected}`, () => assert.equal(bound(address, before), expected));
});

describe("what is written into a buffer before it is bound", () => {
  for (const [before, expected] of [
    ["const b = Buffer.alloc(16); b.writeUInt16BE(3000, 2);", "port 3000"],
    ["const b = Buffer.alloc(16); b.writeUInt16BE(port, 2);", "port ?"],
    ["const b = Buffer.alloc(16); b.writeUInt16BE(3000, 0);", "port 0"],
    ["const b = Buffer.alloc(16); b.writeUInt16LE(3000, 2);", "port 0"],
    ["const b = Buffer.alloc(16); a.writeUInt16BE(3000, 2);", "port 0"],
    ["const b = Buffer.alloc(16); new DataView(b.buffer).setUint16(2, 3000);", "port 3000"],
    ["const b = Buffer.alloc(16); new DataView(b.buffer).setUint16(0, 3000);", "port 0"],
    ["const b = new Uint8Array(16); const v = new DataView(b.buffer); v.setUint16(2, 3000);", "port 3000"],
    ["const b = new ArrayBuffer(16); const v = new DataView(b); v.setUint16(2, 3000);", "port 3000"],
    ["const b = new ArrayBuffer(16); let v = new DataView(b); v = x; v.setUint16(2, 3000);", "port 0"],
    ["const b = new ArrayBuffer(16); const v = view(); v.setUint16(2, 3000);", "port 0"],
    ["const b = new Uint8Array(16); b.set([2, 0, 0x0b, 0xb8]);", "port 3000"],
    ["const b = new Uint8Array(16); b.set([2, 0, 0x0b, 0xb8], 4);", "port 0"],
    ["const b = new Uint8Array(16); b.set(bytes);", "port 0"],
    ["const b = new Uint8Array(16); b[2] = 0x0b; b[3] = 0xb8;", "port 3000"],
    ["const b = new Uint8Array(16); b[2] = port >> 8; b[3] = port & 255;", "port ?"],
    ["const b = new Uint8Array(16); b[3] = 80;", "port ?"],
    ["const b = new Uint8Array(16); b[0] = 2;", "port 0"],
    ["const b = new Uint8Array(16); a[2] = 0x0b; a[3] = 0xb8;", "port 0"],
    ["const b = new Uint8Array(16);", "port 0"],
    ["const b = Buffer.alloc(16);", "port 0"],
    ["const b = Buffer.alloc(16); fill(b);", "unknown"],
    ["const b = Buffer.alloc(16); fill(a);", "port 0"],
    ["const b = Buffer.alloc(16); ptr(b);", "port 0"],
    ["const b = Buffer.alloc(16); new Uint8Array(b);", "port 0"],
    ["const b = Buffer.allocate(16);", "unknown"],
    ["const b = new Uint8Array([2, 0, 1, 0]);", "port 256"],
    ["const b = make();", "unknown"],
  ] as [string, string][])
    it(`${before} → ${expected}`, () => assert.equal(bound("b", before), expected));
});

describe("what setsockopt() sets", () => {
  for (const [args, expected] of [
    ["1, 15", "SO_REUSEPORT"],
    ["1, 2", "SO_REUSEADDR"],
    ["0, 24", "IP_BIND_ADDRESS_NO_PORT"],
    ["SOL_SOCKET, SO_REUSEPORT", "SO_REUSEPORT"],
    ["SOL_SOCKET, SO_REUSEADDR", "SO_REUSEADDR"],
    ["SOL_SOCKET, 15", "SO_REUSEPORT"],
    ["1, SO_REUSEADDR", "SO_REUSEADDR"],
    ["IPPROTO_IP, 24", "IP_BIND_ADDRESS_NO_PORT"],
    ["SOL_IP, IP_BIND_ADDRESS_NO_PORT", "IP_BIND_ADDRESS_NO_PORT"],
    ["SOL_OTHER, SO_REUSEPORT", "SO_REUSEPORT"],
    ["SOL_OTHER, IP_BIND_ADDRESS_NO_PORT", "IP_BIND_ADDRESS_NO_PORT"],
    ["SOL_OTHER, SO_REUSEADDR", "SO_REUSEADDR"],
    ["0, 15", "other"],
    ["0, 2", "other"],
    ["1, 24", "other"],
    ["1, 9", "other"],
    ["6, 15", "other"],
    ["SOL_OTHER, 15", "unknown"],
    ["1, SO_KEEPALIVE", "unknown"],
    ["1, option", "unknown"],
    ["level, 15", "unknown"],
    ["1", "unknown"],
    ["", "unknown"],
  ] as [string, string][])
    it(`setsockopt(fd, ${args}) → ${expected}`, () => {
      const [site] = rawSitesIn(`const fd = c.socket(2, 1, 0);\nc.setsockopt(fd, ${args});`);
      assert.equal(site?.sets, expected);
    });
});

/** The descriptor of the first call: `stream`, `datagram` or `some`, and whether it is handed over; "no site" for none. */
function descriptor(code: string): string {
  const [site] = rawSitesIn(code);
  if (!site) return "no site";
  const kind = site.stream === null ? "some" : site.stream ? "stream" : "datagram";
  return `${kind}${site.handedOver ? ", handed over" : ""}`;
}

describe("the descriptor of a call", () => {
  for (const [code, expected] of [
    ["const fd = c.socket(2, 1, 0); c.listen(fd, 5);", "stream"],
    ["const fd = c.socket(2, 2, 0); c.bind(fd, x, 16);", "datagram"],
    ["const fd = c.socket(2, 1 | 0x800, 0); c.listen(fd, 5);", "stream"],
    ["const fd = c.socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); c.listen(fd, 5);", "stream"],
    ["const fd = c.socket(AF_INET, SOCK_DGRAM, 0); c.connect(fd, x, 16);", "datagram"],
    ["const fd = c.socket(AF_INET, type, 0); c.listen(fd, 5);", "some"],
    ["const fd = c.socket(); c.listen(fd, 5);", "some"],
    ["const fd = other(); c.listen(fd, 5);", "no site"],
    ["c.listen(3, 5);", "no site"],
    ["c.listen();", "no site"],
    ["const fd = c.socket(2, 1, 0); c.close(fd);", "no site"],
    ["const fd = c.socket(2, 1, 0); it.listen(fd, 5);", "no site"],
    ["let fd = c.socket(2, 1, 0); fd = c.socket(2, 2, 0); c.listen(fd, 5);", "no site"],
    ["let fd = -1; fd = c.socket(2, 1, 0); c.listen(fd, 5);", "stream"],
    ["let fd = -1; fd = x; fd = c.socket(2, 1, 0); c.listen(fd, 5);", "no site"],
    ["class K { open() { this.fd = c.socket(2, 1, 0); c.listen(this.fd, 5); } }", "stream"],
    ["class K { open() { this.fd = other(); c.listen(this.fd, 5); } }", "no site"],
    ["const fd = check(c.socket(2, 1, 0)); c.listen(fd, 5);", "stream, handed over"],
    ["const fd = check(c.socket(2, 1, 0)); check(c.listen(fd, 5));", "stream"],
    ["const fd = check(c.socket(2, 1, 0)); check(c.close(fd)); c.listen(fd, 5);", "stream"],
    ["const fd = check(c.socket(2, 1, 0)); check(other(fd)); c.listen(fd, 5);", "stream, handed over"],
    ["const fd = check(c.socket(2, 1, 0)); ensure(c.listen(fd, 5));", "stream, handed over"],
    [
      "function check(n) { if (n < 0) throw n; return n; } const fd = check(c.socket(2, 1, 0)); c.listen(fd, 5);",
      "stream",
    ],
    [
      "function check(n) { use(n); return n; } const fd = check(c.socket(2, 1, 0)); c.listen(fd, 5);",
      "stream, handed over",
    ],
    ["function check(n) { use(1); return n; } const fd = check(c.socket(2, 1, 0)); c.listen(fd, 5);", "stream"],
    [
      "function check({ n }) { return n; } const fd = check(c.socket(2, 1, 0)); c.listen(fd, 5);",
      "stream, handed over",
    ],
    ["function check(x, n) { use(x); return n; } const fd = check(1, c.socket(2, 1, 0)); c.listen(fd, 5);", "stream"],
    ["const fd = c.close(c.socket(2, 1, 0)); c.listen(fd, 5);", "no site"],
    ["const fd = check(other()); c.listen(fd, 5);", "no site"],
    ["const fd = c.socket(2, 1, 0); c.listen(fd, 5); keep(fd);", "stream, handed over"],
    ["const fd = c.socket(2, 1, 0); c.listen(fd, 5); keep(other);", "stream"],
    ["const fd = c.socket(2, 1, 0); c.listen(fd, 5); console.log(fd);", "stream"],
    ["const fd = c.socket(2, 1, 0); c.listen(fd, 5); Number(fd); String(fd);", "stream"],
    ["import net from 'net'; const fd = c.socket(2, 1, 0); c.listen(fd, 5); new net.Socket(fd);", "stream"],
    ["class K { open() { this.fd = c.socket(2, 1, 0); c.listen(this.fd, 5); keep(this.fd); } }", "stream, handed over"],
  ] as [string, string][])
    it(`${code} → ${expected}`, () => assert.equal(descriptor(code), expected));

  it("says what a site is", () => {
    const sites = rawSitesIn(
      "const fd = c.socket(2, 2, 0); c.bind(fd, x, 16); const other = c.socket(2, 1, 0); c.listen(other, 5);",
    );
    assert.deepEqual(
      sites.map(({ op, label, transport, sets, endpoint }) => [op, label, transport, sets, endpoint.kind]),
      [
        ["bind", "bind()", "udp", null, "unknown"],
        ["listen", "listen()", "tcp", null, "unknown"],
      ],
    );
    assert.notEqual(sites[0]!.origins[0], sites[1]!.origins[0]);
    assert.equal(sites[0]!.origins[0], sites[0]!.fd);
  });
});
