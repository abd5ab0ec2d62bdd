import assert from "node:assert/strict";
import { open, type Given } from "./service-fixture.ts";

const shown = (code: string, given: Given = {}) => open(code, given).hover() ?? "";
/** The sentence below the heading. */
const lead = (code: string, given: Given = {}) => shown(code, given).split("\n\n")[1] ?? "";
const bun: Given = { settings: { runtime: "bun" } };
const deno: Given = { settings: { runtime: "deno" } };
const net = (options: string) => `import net from "node:net";\nnet.createServer().lis|ten(${options});`;
const http = (options: string) => `import http from "node:http";\nhttp.createServer().lis|ten(${options});`;
const connect = (options: string) => `import net from "node:net";\nnet.conn|ect(${options});`;

describe("service: hover, hosts, paths, flags and families", () => {
  const cases: readonly (readonly [string, string, RegExp, Given?])[] = [
    ["127.1", net('{ host: "127.1", port: 4000 }'), /^Opens 127\.0\.0\.1:4000 for this machine alone\./],
    ["0x7f.1 in Deno", net('4000, "0x7f.1"'), /^Opens 127\.0\.0\.1:4000 for this machine alone\./, deno],
    ["0", net('{ host: "0", port: 4000 }'), /^Opens 0\.0\.0\.0:4000 for IPv4\./],
    ["127.8.9.1", net('4000, "127.8.9.1"'), /^Opens 127\.8\.9\.1:4000 for this machine alone\./],
    ["0:0:0:0:0:0:0:0", net('4000, "0:0:0:0:0:0:0:0"'), /^Opens \[::\]:4000 for IPv4 and IPv6\./],
    ["a mapped wildcard", net('4000, "::ffff:0:0"'), /^Opens \[::ffff:0\.0\.0\.0\]:4000 for IPv4\./],
    ["brackets", net('4000, "[::0]"'), /^Fails with ENOTFOUND: "\[::0\]" is neither an address nor a name\.$/],
    ["brackets, net in Bun", net('4000, "[::0]"'), /^Fails with ENOTFOUND/, bun],
    ["brackets, http in Bun", http('4000, "[::0]"'), /^Opens \[::\]:4000 for IPv4 and IPv6\./, bun],
    ["brackets in Deno.listen", 'Deno.lis|ten({ hostname: "[::1]", port: 1 });', /^Opens \[::1\]:1 /, deno],
    ["a star", net('4000, "*"'), /^Fails with ENOTFOUND/],
    ["a star in Bun", net('4000, "*"'), /^Opens \[::\]:4000 for IPv4 and IPv6\./, bun],
    ["a connection to 127.1", connect('{ host: "127.1", port: 1 }'), /^Connects to 127\.0\.0\.1:1 from a local port/],
    [
      "a name as localAddress",
      connect('{ host: "::1", port: 1, localAddress: "lo" }'),
      /^Throws ERR_INVALID_IP_ADDRESS/,
    ],
    [
      "a name for a BoundSocket",
      'import net from "node:net";\nnew net.Bound|Socket({ host: "127.1" });',
      /^Throws ERR_INVALID_ARG_VALUE/,
    ],
    ["a path beside a port", http('{ path: "/run/a", port: undefined }'), /^Opens a free port of \[::\]/],
    ["the same in Bun", http('{ path: "/run/a", port: undefined }'), /^Opens the Unix socket `\/run\/a`/, bun],
    ["net in Bun", net('{ path: "/run/a", port: 4000 }'), /^Opens \[::\]:4000/, bun],
    ["a path beside a host in Bun", http('{ path: "/run/a", host: "::1" }'), /^Fails with ERR_INVALID_ARG_TYPE/, bun],
    [
      "Bun.serve with both",
      'Bun.ser|ve({ unix: "/run/a", port: 1, fetch });',
      /^Opens the Unix socket `\/run\/a`/,
      bun,
    ],
    [
      "a number for a flag in Bun",
      net("{ port: 1, reusePort: 1 }"),
      /^Fails with ERR_INVALID_ARG_TYPE: `reusePort`/,
      bun,
    ],
    ["the same in Bun.serve", "Bun.ser|ve({ port: 1, reusePort: 1, fetch });", / second copy shares it/, bun],
    ["the same in Deno", "Deno.lis|ten({ port: 1, reusePort: 1 });", /A second process fails with EADDRINUSE\.$/, deno],
    ["ipv6Only: 1", net('{ port: 1, host: "::", ipv6Only: 1 }'), / for IPv4 and IPv6\. /],
    ["ipv6Only, http in Bun", http('{ port: 1, host: "::", ipv6Only: true }'), / for IPv4 and IPv6\. /, bun],
    [
      "from IPv6 to IPv4 in Bun",
      connect('{ host: "127.0.0.1", port: 1, localAddress: "::1" }'),
      /^Fails with ECONNREFUSED/,
      bun,
    ],
    [
      "from IPv4 to IPv6 in Bun",
      connect('{ host: "::1", port: 1, localAddress: "127.0.0.1" }'),
      /^Fails with EINVAL/,
      bun,
    ],
    [
      "from IPv4 to IPv6 in Deno",
      connect('{ host: "::1", port: 1, localAddress: "127.0.0.1" }'),
      /^Fails with EAFNOSUPPORT/,
      deno,
    ],
    [
      "Bun.connect to a name",
      'Bun.conn|ect({ hostname: "app", port: 1, localAddress: "127.0.0.9", localPort: 5 });',
      /^Connects to app:1: tries/,
      bun,
    ],
    [
      "Bun.udpSocket",
      'Bun.udpS|ocket({ connect: { hostname: "10.0.0.1", port: 53 } });',
      /^Binds a free port of 0\.0\.0\.0, then connects to 10\.0\.0\.1:53/,
      bun,
    ],
    [
      "Bun.udpSocket to IPv6",
      'Bun.udpS|ocket({ connect: { hostname: "::1", port: 53 } });',
      /^Fails with EAFNOSUPPORT/,
      bun,
    ],
  ];
  for (const [what, code, expected, given = {}] of cases)
    it(what, () =>
      assert.match(lead(code, { ...given, settings: { platforms: ["linux"], ...given.settings } }), expected),
    );

  it("says what Deno makes of an address of another machine", () => {
    const code = connect('{ host: "127.0.0.1", port: 1, localAddress: "192.0.2.1" }');
    const given = { settings: { runtime: "deno" as const, platforms: ["linux"] as const } } as unknown as Given;
    const text = open(code, given).hover({ isOwnAddress: () => false }) ?? "";
    assert.match(text, /`192\.0\.2\.1` is not an address of this machine; binding to it fails with EINVAL\./);
    assert.match(shown(code, given), /which Deno reports as EINVAL/);
  });

  it("shows the call of a client in a file that holds nothing else", () => {
    const text = 'export const load = () => fet|ch("http://10.0.0.1:8080/");\n';
    assert.match(lead(text), /^Connects to 10\.0\.0\.1:8080 /);
    assert.match(lead(text, bun), /^Connects to 10\.0\.0\.1:8080 /);
    assert.match(lead(text, deno), /^Connects to 10\.0\.0\.1:8080 /);
    assert.equal(open('const fetch = () => 1;\nfet|ch("http://10.0.0.1/");').hover(), null);
    assert.equal(open("// fet|ch(x)\n").hover(), null);
    assert.equal(open('fet|ch("http://10.0.0.1/"').hover(), null, "half-written");
  });
});
