import assert from "node:assert/strict";
import { lookup } from "node:dns/promises";
import type { Runtime } from "../../src/catalogue/types.ts";
import { isLoopback, isWildcard, readHost, takesAnyway } from "../../src/sockets/host-text.ts";

/** `127.0.0.1`, `the name app.local`, `neither, :: is meant`. */
function inWords(host: string): string {
  const at = readHost(host);
  if (at.kind === "neither") return at.meant === null ? "neither" : `neither, ${at.meant} is meant`;
  return at.kind === "name" ? `the name ${at.text}` : `${at.text} of ${at.family}`;
}

const ADDRESSES: readonly (readonly [string, string])[] = [
  ["127.0.0.1", "127.0.0.1 of 4"],
  ["127.1", "127.0.0.1 of 4"],
  ["0x7f.1", "127.0.0.1 of 4"],
  ["0X7f000001", "127.0.0.1 of 4"],
  ["2130706433", "127.0.0.1 of 4"],
  ["0177.0.0.1", "127.0.0.1 of 4"],
  ["0x000000007f.1", "127.0.0.1 of 4"],
  ["127.000.000.001", "127.0.0.1 of 4"],
  ["010.0.0.1", "8.0.0.1 of 4"],
  ["10.0.258", "10.0.1.2 of 4"],
  ["0", "0.0.0.0 of 4"],
  ["0x0", "0.0.0.0 of 4"],
  ["4294967295", "255.255.255.255 of 4"],
  ["::", ":: of 6"],
  ["::0", ":: of 6"],
  ["0:0:0:0:0:0:0:1", "::1 of 6"],
  ["2001:DB8::0:1", "2001:db8::1 of 6"],
  ["::ffff:0:0", "::ffff:0.0.0.0 of 6"],
  ["::FFFF:7f00:1", "::ffff:127.0.0.1 of 6"],
];

describe("the text of a host", () => {
  const others = [
    ["4294967296", "the name 4294967296"],
    ["256.1", "the name 256.1"],
    ["1.2.3.256", "the name 1.2.3.256"],
    ["1.2.3.4.5", "the name 1.2.3.4.5"],
    ["08.0.0.1", "the name 08.0.0.1"],
    ["0x", "the name 0x"],
    ["1e3", "the name 1e3"],
    ["127..1", "the name 127..1"],
    ["LOCALHOST", "the name localhost"],
    ["[::1]", "neither, ::1 is meant"],
    ["[::0]", "neither, :: is meant"],
    ["*", "neither, :: is meant"],
    [" 0.0.0.0", "neither, 0.0.0.0 is meant"],
    ["[app]", "neither"],
    ["a b", "neither"],
  ] as const;
  for (const [host, expected] of [...ADDRESSES, ...others])
    it(`${JSON.stringify(host)} → ${expected}`, () => assert.equal(inWords(host), expected));

  it("is read as getaddrinfo() of this machine reads it", async function () {
    if (process.platform !== "linux") return this.skip();
    for (const [host, expected] of ADDRESSES.filter(([text]) => !text.includes(":")))
      assert.equal(`${(await lookup(host)).address} of 4`, expected, host);
    for (const host of ["[::1]", "*", "256.1", "0x"]) await assert.rejects(lookup(host), /ENOTFOUND|EAI_AGAIN/, host);
  });

  it("knows the wildcards and the loopback addresses in every form", () => {
    for (const host of ["0.0.0.0", "0", "::", "::0", "::ffff:0:0"]) assert.ok(isWildcard(host), host);
    for (const host of ["", "::1", "localhost", "127.0.0.1", "[::]", undefined, 0])
      assert.ok(!isWildcard(host), String(host));
    for (const host of ["127.0.0.1", "127.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "localhost", "LocalHost"])
      assert.ok(isLoopback(host), host);
    for (const host of ["128.0.0.1", "::", "0", "localhost.example", "[::1]"]) assert.ok(!isLoopback(host), host);
  });

  it("knows which runtimes take what is neither an address nor a name", () => {
    const taken = (text: string, end: string, runtime: Runtime) => takesAnyway(text, end, runtime);
    assert.deepEqual(
      ["node", "bun", "deno"].map((each) => taken("[::1]", "http.Server#listen", each as Runtime)),
      [false, true, false],
    );
    assert.ok(taken("[::1]", "deno.listen", "deno"));
    assert.ok(taken("[::1]", "bun.serve", "bun") && !taken("[::1]", "bun.listen", "bun"));
    assert.ok(taken("*", "net.Server#listen", "bun") && !taken("*", "dgram.Socket#bind", "bun"));
    assert.ok(!taken("*", "deno.listen", "deno") && !taken(" ::", "bun.serve", "bun"));
  });
});
