import assert from "node:assert/strict";
import { environment } from "../../rules/test/sockets/sites.ts";
import { admittedVersions } from "../src/service/node-versions.ts";

describe("service: the versions of Node.js whose system calls a hover shows", () => {
  const rows: readonly (readonly [range: string | null, versions: { oldest?: string; newest?: string }])[] = [
    [">=20", { oldest: "20.0.0" }],
    [">=20.5.1", { oldest: "20.5.1" }],
    ["20.x", { oldest: "20.0.0", newest: "20.0.0" }],
    [">=22 <24", { oldest: "22.0.0", newest: "23.1.0" }],
    ["~19.1.0", { oldest: "19.1.0", newest: "19.1.0" }],
    ["20 || 22", { oldest: "20.0.0", newest: "22.12.0" }],
    ["*", { oldest: "0.0.0" }],
    [null, {}],
  ];
  for (const [range, versions] of rows)
    it(String(range), () => assert.deepEqual(admittedVersions(environment("node", range)), versions));

  it("are those of Node.js alone", () => assert.deepEqual(admittedVersions(environment("bun", ">=20")), {}));
});
