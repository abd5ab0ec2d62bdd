import assert from "node:assert/strict";
import { admitsOldNode, isBelow, isFrom, knowsReusePort, onlyOldNode } from "../../src/sockets/versions.ts";
import { isUnicast } from "../../src/sockets/membership.ts";
import { environment } from "./sites.ts";

describe("versions of Node that know reusePort", () => {
  for (const [runtime, range, admitsOld, onlyOld] of [
    ["node", null, false, false],
    ["node", ">=20", true, false],
    ["node", ">=22.12", false, false],
    ["node", ">=22", true, false],
    ["node", "22.11.x", true, true],
    ["node", "20.x", true, true],
    ["node", "23.0.x", false, true],
    ["node", "23.1.0", false, false],
    ["node", "<=22.12.0", true, false],
    ["bun", "20.x", false, false],
    ["deno", ">=20", false, false],
  ] as const)
    it(`${runtime} ${range}`, () => {
      const around = environment(runtime, range);
      assert.equal(admitsOldNode(around), admitsOld);
      assert.equal(onlyOldNode(around), onlyOld);
      assert.equal(knowsReusePort(around), !admitsOld && !onlyOld);
    });
});

describe("ranges of package.json", () => {
  for (const [range, below, from] of [
    [undefined, false, false],
    ["*", false, false],
    ["latest", false, false],
    ["workspace:1", false, false],
    ["^4.0.0", true, false],
    ["^5.0.0", false, true],
    ["^5.1.0", false, true],
    [">=4", false, false],
    ["4 || 5", false, false],
    ["5.0.0-beta.1", false, true],
    ["<5", true, false],
  ] as const)
    it(`${range} and 5.0.0`, () => {
      assert.equal(isBelow(range, "5.0.0"), below);
      assert.equal(isFrom(range, "5.0.0"), from);
    });
});

describe("isUnicast", () => {
  for (const host of ["localhost", "127.0.0.1", "10.0.0.5", "223.1.1.1", "::1", "fe80::1", "2001:db8::5"])
    it(`${host} is the address of one interface`, () => assert.ok(isUnicast(host)));
  for (const host of ["0.0.0.0", "224.0.0.1", "239.1.1.1", "255.255.255.255", "10.0.0.255", "::", "0:0::0", "ff02::1"])
    it(`${host} is not`, () => assert.ok(!isUnicast(host)));
  for (const host of ["app.local", "", "FF02::1", "::ffff:10.0.0.1", "10.0.0"])
    it(`${host || "nothing"} may be any`, () => assert.ok(!isUnicast(host)));
});
