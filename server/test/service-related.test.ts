import assert from "node:assert/strict";
import { HOME, runsIn } from "../../rules/test/runs/project.ts";
import { open } from "./service-fixture.ts";

const SERVER = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
const MAIN = 'import { fork } from "node:child_process";\nfor (const cpu of cpus)\n  fork("server.js");\n';

it("service: a finding points to the launch in another file, in lines and columns of that file", () => {
  const runs = runsIn({ "package.json": {}, "server.js": SERVER, "main.js": MAIN });
  const program = { filename: `${HOME}server.js`, runs: () => runs };
  const { diagnostics } = open(SERVER, { path: "server.js", program });
  const found = diagnostics.find(({ code }) => code === "no-worker-port-conflict");
  const [related] = found?.relatedInformation ?? [];
  assert.equal(related?.location.uri, `file://${HOME}main.js`);
  assert.deepEqual(related?.location.range.start, { line: 2, character: 2 });
  assert.equal(related?.location.range.end.line, 2);
});
