import assert from "node:assert/strict";
import { recommendedLevels, type Level } from "../../server/src/lint/levels.ts";
import { fixturesIn, type Fixture } from "./fixtures.ts";
import { levelsOf, runEslint, runOwn } from "./hosts.ts";

function fixture(text: string, given: Partial<Fixture> = {}): Fixture {
  return {
    name: "replacing",
    path: "src/server.js",
    package: {},
    settings: {},
    options: {},
    expected: [],
    text,
    ...given,
  };
}

/** What both hosts report, with the levels of `recommended` and some others: `3 require-reuse-option noPolicy`. */
function reported(given: Fixture, changed: Readonly<Record<string, Level>> = {}): string[] {
  const levels = recommendedLevels();
  for (const [name, level] of Object.entries(changed)) levels[name] = { level };
  const own = runOwn(given, levels);
  assert.deepEqual(
    runEslint(given, levels).map(({ message }) => message),
    own.map(({ message }) => message),
  );
  return own.map((each) => `${each.line} ${each.ruleId?.slice("portreuse/".length)} ${each.messageId}`);
}

const TWICE = `import http from "node:http";
http.createServer().listen(3000);
http.createServer().listen(3000);
`;

describe("a rule that says more than require-reuse-option", () => {
  it("takes its place where it is on", () => {
    const given = fixture(TWICE);
    assert.deepEqual(reported(given), ["2 require-reuse-option noPolicy", "3 require-reuse-option noPolicy"]);
    assert.deepEqual(reported(given, { "no-duplicate-listen": "warn" }), [
      "2 require-reuse-option noPolicy",
      "3 no-duplicate-listen port",
    ]);
  });
  it("takes it by a comment too, and leaves it by one", () => {
    const on = fixture(`/* eslint portreuse/no-duplicate-listen: "error" */\n${TWICE}`);
    assert.deepEqual(reported(on), ["3 require-reuse-option noPolicy", "4 no-duplicate-listen port"]);
    const off = fixture(`/* eslint portreuse/no-duplicate-listen: "off" */\n${TWICE}`);
    assert.deepEqual(reported(off, { "no-duplicate-listen": "error" }), [
      "3 require-reuse-option noPolicy",
      "4 require-reuse-option noPolicy",
    ]);
  });
  it("keeps it where a comment hides what it says", () => {
    const hidden = fixture(
      TWICE.replace(/(?=http[^\n]*\n$)/, "// eslint-disable-next-line portreuse/no-duplicate-listen\n"),
    );
    assert.deepEqual(reported(hidden, { "no-duplicate-listen": "error" }), ["2 require-reuse-option noPolicy"]);
  });
  it("leaves it to nobody where the call opens no port", () => {
    const swapped = fixture('import http from "node:http";\nhttp.createServer().listen("localhost", 3000 + 1);\n');
    const large = fixture('import http from "node:http";\nhttp.createServer().listen(83470);\n');
    const again = fixture(
      'import http from "node:http";\nconst server = http.createServer().listen(3000);\nserver.listen(3000);\n',
    );
    assert.deepEqual(reported(swapped), []);
    assert.deepEqual(reported(large), []);
    assert.deepEqual(reported(again), ["2 require-reuse-option noPolicy"]);
  });
  it("leaves a port that is right for a part of its values", () => {
    const part = fixture(
      'import http from "node:http";\nfor (let i = 0; i < 9; i++) http.createServer().listen(65530 + i);\n',
    );
    assert.deepEqual(reported(part), ["2 require-reuse-option noPolicy"]);
    assert.deepEqual(reported(part, { "valid-listen-arguments": "warn" }), ["2 valid-listen-arguments range"]);
  });
  it("leaves what a framework loads, and what Bun serves once more", () => {
    const hooks = fixture(
      'import http from "node:http";\nhttp.createServer().listen(3000);\nexport const handle = 1;\n',
      {
        name: "replacing-kit",
        path: "src/hooks.server.ts",
        package: { devDependencies: { "@sveltejs/kit": "^2.0.0" } },
      },
    );
    assert.deepEqual(reported(hooks), ["2 require-reuse-option noPolicy"]);
    assert.deepEqual(reported(hooks, { "no-listen-on-import": "error" }), ["2 no-listen-on-import loader"]);
    const served = fixture(
      "const app = { port: 3000, fetch: () => new Response() };\nBun.serve(app);\nexport default app;\n",
      {
        name: "replacing-bun",
        package: { packageManager: "bun@1.4.5" },
      },
    );
    assert.deepEqual(reported(served), ["2 require-reuse-option noPolicy", "3 require-reuse-option noPolicy"]);
    assert.deepEqual(reported(served, { "no-duplicate-listen": "error" }), ["2 no-duplicate-listen bunExport"]);
  });
  it("never leaves two findings of the kind on one listen, whichever of them are on", () => {
    const four = ["no-duplicate-listen", "no-listen-on-import", "no-worker-port-conflict", "valid-listen-arguments"];
    for (const given of four.flatMap((each) => fixturesIn(`${each}/reported`))) {
      const without = (name: string) => ({ ...levelsOf(given), [name]: { level: "off" as const } });
      for (const name of four) {
        const found = runOwn(given, without(name));
        const places = found
          .filter(({ ruleId }) => [...four, "require-reuse-option"].includes(ruleId?.slice(10) ?? ""))
          .map(({ line, column }) => `${line}:${column}`);
        assert.equal(new Set(places).size, places.length, `${given.name} without ${name}`);
      }
    }
  });
});
