import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { checkMessages } from "../../server/src/lint/messages.ts";
import { parseFile } from "../src/parse/parse-file.ts";
import { diskFiles } from "../src/program/files.ts";
import { nearestPackage } from "../src/program/package-json.ts";
import { projectsOf } from "../src/runs/projects.ts";
import { rules } from "../src/rules/index.ts";

const workspace = join(import.meta.dirname, "../../test-fixtures/workspace");

/** What is wrong in the workspace: file → rule → number of findings. */
const MISTAKES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "packages/bun-server/src/server.ts": { "no-worker-port-conflict": 1 },
  "packages/bun-server/src/single.ts": { "no-silent-port-sharing": 1 },
  "packages/crawler/src/crawl.ts": { "no-bind-before-connect": 2, "no-fixed-local-port": 1 },
  "packages/http-api/src/preview.ts": { "no-mixed-reuse-port": 1 },
  "packages/http-api/src/server.ts": {
    "no-unguarded-reuse-port": 1,
    "require-reuse-option": 1,
    "no-ephemeral-server-port": 1,
    "no-ignored-socket-option": 1,
  },
  "packages/raw-server/src/server.ts": {
    "require-reuse-option": 1,
    "no-late-socket-option": 1,
    "no-bind-before-connect": 1,
  },
  "packages/udp-discovery/src/discovery.ts": {
    "require-multicast-reuse-addr": 1,
    "no-unicast-reuse-addr": 1,
    "no-shared-ephemeral-udp-port": 1,
  },
  "packages/worker-pool/src/cluster.js": { "no-cluster-bypass": 1 },
  "packages/worker-pool/src/exclusive.js": { "no-worker-port-conflict": 1 },
  // The mistake of three files together.
  "packages/worker-pool/src/farm-server.js": { "no-worker-port-conflict": 1 },
  "packages/worker-pool/src/threads.js": { "no-worker-port-conflict": 1 },
};

function sources(): string[] {
  return (readdirSync(workspace, { recursive: true }) as string[])
    .filter((each) => /\.[jt]s$/.test(each) && !each.includes("node_modules"))
    .map((each) => each.replaceAll("\\", "/"))
    .sort();
}

function findings(): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {};
  const projects = projectsOf(parseFile, diskFiles({ fresh: Infinity }));
  for (const path of sources()) {
    const file = join(workspace, path);
    const messages = checkMessages({
      text: readFileSync(file, "utf8"),
      path,
      settings: { host: {}, hostName: "", package: nearestPackage(file) },
      levels: recommendedLevels(),
      program: { filename: file, runs: () => projects.of(file, workspace) },
    });
    for (const { ruleId, message } of messages) {
      const rule = ruleId?.slice("portreuse/".length) ?? message;
      const counts = (found[path] ??= {});
      counts[rule] = (counts[rule] ?? 0) + 1;
    }
  }
  return found;
}

describe("the sample workspace", () => {
  let found: ReturnType<typeof findings>;
  before(() => (found = findings()));

  it("shows exactly the mistakes it was written for", () => assert.deepEqual(found, MISTAKES));

  it("shows every rule that recommended has", () => {
    const shown = new Set(Object.values(found).flatMap((each) => Object.keys(each)));
    const recommended = rules.filter((rule) => rule.meta.recommended !== "off");
    assert.deepEqual(
      recommended.map((rule) => rule.name).filter((name) => !shown.has(name)),
      [],
    );
  });

  it("has a silent clean twin for every file with a mistake", () => {
    const paths = sources();
    for (const path of Object.keys(MISTAKES)) {
      const twin = path.replace(/\.([jt]s)$/, "-clean.$1");
      assert.ok(paths.includes(twin), twin);
      assert.equal(found[twin], undefined, twin);
    }
  });
});
