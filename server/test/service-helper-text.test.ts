import assert from "node:assert/strict";
import { parseFile } from "../src/lint/parse.ts";
import { helperText } from "../src/service/connect-helper/variants.ts";

const NAMES = ["connectFrom", "createAgent", "createSecureAgent"];

describe("the text of the connect helper", () => {
  for (const through of ["ffi", "koffi"] as const) {
    it(`${through}: exports the same in every dialect`, () => {
      for (const dialect of ["mjs", "cjs", "ts", "mts", "cts"] as const) {
        const text = helperText(through, dialect);
        parseFile(text, `helper.${dialect}`);
        for (const name of NAMES) assert.match(text, new RegExp(`function ${name}\\(`), `${dialect} ${name}`);
        if (dialect === "cjs")
          assert.match(text, /\n\nmodule\.exports = \{ connectFrom, createAgent, createSecureAgent \};\n$/);
        else for (const name of NAMES) assert.ok(text.includes(`export function ${name}(`), `${dialect} ${name}`);
      }
    });
    it(`${through}: requires in CommonJS what it imports elsewhere`, () => {
      const [module, common] = [helperText(through, "mjs"), helperText(through, "cjs")];
      assert.doesNotMatch(common, /^(?:import|export)\b/m);
      const imported = [...module.matchAll(/^import (.+) from "(.+)";$/gm)].map(([, what, from]) => `${what} ${from}`);
      const required = [...common.matchAll(/^const (.+) = require\("([^"]+)"\);$/gm)].map(
        ([, what, from]) => `${what} ${from}`,
      );
      assert.ok(imported.length > 0);
      assert.deepEqual(required, imported);
    });
    it(`${through}: says the types of what it exports in TypeScript`, () => {
      const text = helperText(through, "ts");
      for (const signature of [
        "connectFrom(localAddress: string, options: net.TcpNetConnectOpts & { host: string }): net.Socket {",
        "createAgent(localAddress: string, options?: http.AgentOptions): http.Agent {",
        "createSecureAgent(localAddress: string, options?: https.AgentOptions): https.Agent {",
      ])
        assert.ok(text.includes(signature), signature);
      assert.match(text, /^\/\/ @ts-nocheck: the exported functions have their types, the calls into C need none\.\n/);
    });
  }
});
