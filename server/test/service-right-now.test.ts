import assert from "node:assert/strict";
import { open, type Given } from "./service-fixture.ts";

const IMPORTS = 'import net from "node:net"; import dgram from "node:dgram"; import grpc from "@grpc/grpc-js"; ';
const DENO: Given = { settings: { runtime: "deno" } };

/** The ports that a hover at the `|` asks the machine about. */
function asked(code: string, given: Given = {}): string[] {
  const ports: string[] = [];
  open(IMPORTS + code, given).hover({
    ports: ({ number, transport }) => {
      ports.push(`${number}/${transport}`);
      return null;
    },
  });
  return ports;
}

describe("service: the ports that a hover looks at right now", () => {
  const rows: readonly (readonly [code: string, ports: readonly string[], given?: Given])[] = [
    ["net.createServer().li|sten(3000);", ["3000/tcp"]],
    ["net.createServer().li|sten(1);", ["1/tcp"]],
    ["net.createServer().li|sten(65535);", ["65535/tcp"]],
    ["net.createServer().li|sten(65536);", []],
    ["net.createServer().li|sten(0);", []],
    ["net.createServer().li|sten(port);", []],
    ["net.createServer().li|sten('/run/a');", []],
    ["dgram.create|Socket('udp4').bind(5000);", ["5000/udp"]],
    ["const s = dgram.create|Socket('udp4'); s.bind(5000);", ["5000/udp"]],
    ["net.createServer().li|sten(1.5);", []],
    ["net.createServer().li|sten('3000');", ["3000/tcp"]],
    ["net.createServer().li|sten(-1);", []],
    ["net.createServer().listen(70000); f('EADDR|INUSE');", []],
    ["net.createServer().listen(1.5); f('EADDR|INUSE');", []],
    ["new grpc.Server().bindA|sync('0.0.0.0:70000', c, f);", []],
    ["new grpc.Server().bindA|sync('0.0.0.0:65536', c, f);", []],
    ["new grpc.Server().bindA|sync('0.0.0.0:65535', c, f);", ["65535/tcp"]],
    ["net.conn|ect(3000);", []],
    ["net.conn|ect({ port: 3000, localPort: 5000 });", []],
    ["net.createServer().listen(3000); f('EADDR|INUSE');", ["3000/tcp"]],
    ["net.createServer().listen(3000); f('EADDRNOT|AVAIL');", []],
    ["Deno.listen({ port: 3000 }); f('AddrIn|Use');", ["3000/tcp"], DENO],
    ["net.connect(3000); f('EADDR|INUSE');", []],
    ["net.createServer().listen(port); f('EADDR|INUSE');", []],
    ["net.createServer().listen('/run/a'); f('EADDR|INUSE');", []],
    [
      "net.createServer().listen(1); net.createServer().listen(2); net.createServer().listen(1);" +
        "const s = dgram.createSocket('udp4'); s.bind(1); f('EADDR|INUSE');",
      ["1/tcp", "2/tcp", "1/udp"],
    ],
    [
      "net.createServer().listen(2); net.createServer().listen(3);" +
        "net.createServer().listen(4); net.createServer().listen(5); f('EADDR|INUSE');",
      ["2/tcp", "3/tcp", "4/tcp"],
    ],
  ];
  for (const [code, ports, given] of rows) it(code, () => assert.deepEqual(asked(code, given), ports));
});

describe("service: an address that the machine does not have", () => {
  const said = (code: string, given: Given = {}) => {
    const text = open(IMPORTS + code, given).hover({ isOwnAddress: () => false }) ?? "";
    return /binding to it fails with (\w+)/.exec(text)?.[1] ?? null;
  };
  const rows: readonly (readonly [code: string, error: string | null, given?: Given])[] = [
    ["net.createServer().li|sten(3000, '10.0.0.1');", "EADDRNOTAVAIL"],
    ["net.createServer().li|sten(3000, '10.0.0.1');", "EINVAL", DENO],
    ["Deno.lis|ten({ port: 3000, hostname: '10.0.0.1' });", "AddrNotAvailable", DENO],
    ["dgram.create|Socket('udp4').bind(3000, '10.0.0.1');", "EADDRNOTAVAIL", DENO],
    ["net.createServer().li|sten({ path: '/run/a', host: '10.0.0.1' });", null],
    ["net.createServer().li|sten({ fd: 3, host: '10.0.0.1' });", null],
    ["net.createServer().li|sten(3000, '0.0.0.0');", null],
    ["net.createServer().li|sten(3000, 'app.local');", null],
    ["net.createServer().li|sten(3000);", null],
    ["net.conn|ect({ port: 1, localAddress: '10.0.0.1' });", "EADDRNOTAVAIL"],
    ["net.conn|ect({ port: 1, host: '10.0.0.1' });", null],
    ["net.conn|ect({ path: '/run/a', localAddress: '10.0.0.1' });", null],
  ];
  for (const [code, error, given] of rows) it(code, () => assert.equal(said(code, given), error));
});
