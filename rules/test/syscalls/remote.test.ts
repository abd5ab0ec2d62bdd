import assert from "node:assert/strict";
import type { SocketCall } from "../../src/syscalls/index.ts";
import { callIn } from "../marked-call.ts";
import { known } from "./rendered.ts";

const IMPORTS = 'import net from "node:net"; import tls from "node:tls"; import http from "node:http";\n';
const UNKNOWN = { host: "unknown", port: "unknown" } as const;
const LOCAL = {
  family: "unknown",
  autoSelectFamily: "unknown",
  localAddress: "unknown",
  localPort: "unknown",
} as const;

describe("where a connection goes, in forms that say less or something else", () => {
  for (const [code, expected] of [
    ["net.connect(...at);", { ...UNKNOWN, ...LOCAL }],
    ["http.get(...at);", { ...UNKNOWN, ...LOCAL }],
    ["net.connect(80, ...rest);", { ...UNKNOWN, ...LOCAL, port: known(80) }],
    ["http.get(new it.URL('http://10.0.0.2/x'));", UNKNOWN],
    ["http.get(new URL(...at));", UNKNOWN],
    ["http.get(new URL());", UNKNOWN],
    ["http.get('ftp://10.0.0.2/x');", UNKNOWN],
    ["http.get('http://10.0.0.2:81/x');", { host: known("10.0.0.2"), port: known(81) }],
    ["http.get('http://a[1].test/x');", UNKNOWN],
    ["http.get(7);", UNKNOWN],
    ["http.get({ socketPath });", { path: "unknown" }],
    ["http.get({ hostname: 'a.test', host: '10.0.0.2' });", { host: known("10.0.0.2"), port: known(80) }],
    ["http.get({ host: undefined, hostname });", { host: "unknown", port: known(80) }],
    ["http.get({ host: '10.0.0.2', port });", { host: known("10.0.0.2"), port: "unknown" }],
    ["tls.connect(443, { host: '10.0.0.2' });", { host: known("10.0.0.2"), port: known(443) }],
  ] as const)
    it(code, () => {
      const call = callIn(`${IMPORTS}${code} // ⇐\n`);
      const { api: _, op: __, transport: ___, ...said } = call ?? ({} as SocketCall);
      assert.deepEqual(said, expected);
    });
});
