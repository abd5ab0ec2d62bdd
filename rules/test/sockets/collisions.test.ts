import assert from "node:assert/strict";
import {
  addressOf,
  onSamePort,
  overlapOf,
  siteAddress,
  sitesOverlap,
  type Address,
} from "../../src/sockets/collisions.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import type { CallSite } from "../../src/sockets/site.ts";
import { callIn, callsIn, listenWith } from "./sites.ts";

/** `all`, `all of 4`, `10.0.0.1 of 4`, `the name app.local`; "unknown" where nobody can say. */
function inWords(address: Address | null): string {
  switch (address?.kind) {
    case undefined:
      return "unknown";
    case "wildcard":
      return address.families.length === 2 ? "all" : `all of ${address.families.join()}`;
    case "address":
      return `${address.text} of ${address.family}`;
    case "name":
      return `the name ${address.text}`;
  }
}

const of = (site: CallSite) => inWords(siteAddress(site, sitesOf(site.file)));

describe("the address of a text", () => {
  for (const [host, expected] of [
    [undefined, "all"],
    [null, "all"],
    ["", "all"],
    ["::", "all"],
    ["[::]", "unknown"],
    ["::0", "all"],
    ["*", "unknown"],
    ["0.0.0.0", "all of 4"],
    ["0", "all of 4"],
    ["::ffff:0:0", "all of 4"],
    ["127.1", "127.0.0.1 of 4"],
    ["10.0.0.1", "10.0.0.1 of 4"],
    ["::ffff:10.0.0.1", "10.0.0.1 of 4"],
    ["::FFFF:10.0.0.1", "10.0.0.1 of 4"],
    ["::ffff:a00:1", "10.0.0.1 of 4"],
    ["x::ffff:10.0.0.1", "the name x::ffff:10.0.0.1"],
    ["::1", "::1 of 6"],
    ["FE80:0::1", "fe80::1 of 6"],
    ["localhost", "the name localhost"],
    ["App.Local", "the name app.local"],
    ["10.0.0", "10.0.0.0 of 4"],
    ["10.0.0.1.example", "the name 10.0.0.1.example"],
    ["v10.0.0.1", "the name v10.0.0.1"],
    [5, "unknown"],
  ] as [unknown, string][])
    it(`${String(host)} → ${expected}`, () => assert.equal(inWords(addressOf(host)), expected));

  it("is one of IPv6 alone with ipv6Only", () => {
    assert.equal(inWords(addressOf("::", true)), "all of 6");
    assert.equal(inWords(addressOf("0.0.0.0", true)), "all of 4");
  });
});

describe("where a listen listens", () => {
  for (const [args, expected] of [
    ["1", "all"],
    ["1, '10.0.0.1'", "10.0.0.1 of 4"],
    ["1, host()", "unknown"],
    ["{ port: 1, ...rest }", "unknown"],
    ["{ port: 1, host: '::', ipv6Only: true }", "all of 6"],
    ["{ port: 1, host: '::', ipv6Only: false }", "all"],
    ["{ port: 1, host: '::', ipv6Only: only() }", "unknown"],
    ["{ ...rest, port: 1, host: '::' }", "unknown"],
  ] as [string, string][])
    it(`listen(${args}) → ${expected}`, () => assert.equal(of(listenWith(args)), expected));
});

describe("where a datagram socket is bound", () => {
  const bind = (made: string, args = "1", before = "") =>
    of(callIn(`import dgram from "node:dgram";\n${before}\ndgram.createSocket(${made}).bind(${args});`, "bind"));
  for (const [made, args, expected] of [
    ["'udp4'", "1", "all of 4"],
    ["'udp6'", "1", "all"],
    ["{ type: 'udp4' }", "1", "all of 4"],
    ["{ type: 'udp6' }", "1", "all"],
    ["{ type: 'udp6', ipv6Only: true }", "1", "all of 6"],
    ["{ type: 'udp6', ipv6Only: false }", "1", "all"],
    ["{ type: 'udp6', ipv6Only: only() }", "1", "unknown"],
    ["{ type: 'udp6', ipv6Only: true }", "1, '::'", "all of 6"],
    ["{ type: 'udp6' }", "1, '::'", "all"],
    ["'udp4'", "1, '10.0.0.1'", "10.0.0.1 of 4"],
    ["'udp4'", "1, host()", "unknown"],
    ["kind", "1", "unknown"],
    ["{ type: kind }", "1", "unknown"],
    ["{}", "1", "unknown"],
    ["...args", "1", "unknown"],
    ["'tcp'", "1", "unknown"],
  ] as [string, string, string][])
    it(`createSocket(${made}).bind(${args}) → ${expected}`, () => assert.equal(bind(made, args), expected));

  const opened = (code: string) => of(callIn(`import dgram from "node:dgram";\n${code}`, "bind"));
  for (const [code, expected] of [
    ["const open = (type) => dgram.createSocket(type); open('udp4').bind(1);", "all of 4"],
    ["const open = (type) => dgram.createSocket({ type }); open('udp6').bind(1);", "all"],
    ["const open = (x, type) => dgram.createSocket(type); open(1, 'udp6').bind(1);", "all"],
    ["const open = (x, type) => dgram.createSocket(type); open('udp6').bind(1);", "unknown"],
    ["const open = (x, type) => dgram.createSocket(type); open(...y, 'udp6').bind(1);", "unknown"],
    ["const open = (type) => { type = y; return dgram.createSocket(type); }; open('udp6').bind(1);", "unknown"],
    ["const open = (type) => dgram.createSocket(kind); open('udp6').bind(1);", "unknown"],
    ["const open = ({ type }) => dgram.createSocket(type); open(y).bind(1);", "unknown"],
    [
      "const open = (type) => dgram.createSocket(type); keep(open); open('udp4').bind(1); open('udp6').unref();",
      "all of 4",
    ],
  ] as [string, string][])
    it(`${code} → ${expected}`, () => assert.equal(opened(code), expected));
});

describe("how addresses overlap", () => {
  for (const [a, b, expected] of [
    ["::", "::", "same"],
    ["::", "0.0.0.0", "wildcard"],
    ["0.0.0.0", "0.0.0.0", "same"],
    ["::", "::1", "wildcard"],
    ["::", "10.0.0.1", "wildcard"],
    ["::", "app.local", "wildcard"],
    ["0.0.0.0", "10.0.0.1", "wildcard"],
    ["0.0.0.0", "::1", null],
    ["0.0.0.0", "app.local", null],
    ["10.0.0.1", "10.0.0.1", "same"],
    ["10.0.0.1", "10.0.0.2", null],
    ["app.local", "app.local", "same"],
    ["app.local", "10.0.0.1", null],
    ["::1", "localhost", null],
  ] as [string, string, string | null][])
    it(`${a} and ${b}: ${expected}`, () => {
      assert.equal(overlapOf(addressOf(a)!, addressOf(b)!), expected);
      assert.equal(overlapOf(addressOf(b)!, addressOf(a)!), expected);
    });
  it(":: of IPv6 alone and 0.0.0.0: null", () =>
    assert.equal(overlapOf(addressOf("::", true)!, addressOf("0.0.0.0")!), null));
});

/** Two listens of two servers, with something before them. */
function two(first: string, second: string, before = ""): [CallSite, CallSite] {
  const code = `import net from "node:net";\n${before}\nnet.createServer().listen(${first});\nnet.createServer().listen(${second});`;
  return callsIn(code) as [CallSite, CallSite];
}

describe("two listens whose host is the same expression", () => {
  for (const [first, second, before, expected] of [
    ["1, host", "1, host", "const host = process.env.HOST;", "same"],
    ["1, host", "1, host", "let host = a; host = b;", null],
    ["1, host", "1, other", "const host = process.env.A, other = process.env.B;", null],
    ["1, host", "1", "const host = process.env.HOST;", null],
    ["1", "1, host", "const host = process.env.HOST;", null],
    ["1", "1, '::1'", "", "wildcard"],
  ] as [string, string, string, string | null][])
    it(`${before} ${first} and ${second}: ${expected}`, () => {
      const [a, b] = two(first, second, before);
      assert.equal(sitesOverlap(a, b, sitesOf(a.file)), expected);
    });
});

describe("two listens on one port", () => {
  for (const [first, second, before, expected] of [
    ["1", "1", "", true],
    ["1", "2", "", false],
    ["1", "port", "let port = f(); port = 1;", false],
    ["port", "port", "const port = process.env.PORT || 3000;", true],
    ["port", "port", "const port = process.env.PORT;", false],
    ["port", "port", "const port = Number(process.env.PORT);", false],
    ["port", "port", "const port = +process.env.PORT;", false],
    ["port", "port", "const port = config.port;", true],
    ["port", "port", "const port = read();", true],
    ["port", "port", "let port = read(); port = read();", false],
    ["process.env.PORT || 3000", "process.env.PORT || 3000", "", true],
    ["process.env.PORT || 3000", "process.env.PORT || 4000", "", false],
    ["0", "0", "", false],
    ["'/run/a'", "'/run/a'", "", false],
  ] as [string, string, string, boolean][])
    it(`${before} ${first} and ${second}: ${expected}`, () =>
      assert.equal(onSamePort(...two(first, second, before)), expected));
});
