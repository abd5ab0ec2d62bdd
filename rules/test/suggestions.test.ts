import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rules } from "../src/rules/index.ts";
import { checkSuggestions } from "./check-suggestions.ts";
import { fixturesIn, type Fixture } from "./fixtures.ts";

function promisesSuggestions(rule: string): boolean {
  return /^- Suggestions: yes/m.test(readFileSync(new URL(`../docs/${rule}.md`, import.meta.url), "utf8"));
}

describe("suggestions", () => {
  for (const folder of [...rules.map((rule) => rule.name), "catalogue"]) {
    it(`of the fixtures in ${folder}: fewer findings, none of them new, and nothing is left to apply`, () => {
      const count = fixturesIn(folder).reduce((sum, fixture) => sum + checkSuggestions(fixture), 0);
      if (folder === "catalogue" || promisesSuggestions(folder)) assert.ok(count > 0, "there are none");
    });
  }
});

/** Programs that no fixture is: what a listen can say, times where it can stand, times what it runs on. */
describe("suggestions in combinations", () => {
  const listens = [
    "server.listen({ port: 3000, OPTION }, () => {});",
    "await server.listen({ port: 3000, OPTION });",
    "const options = { port: 3000, OPTION };\nserver.listen(options);",
    "server.listen(3000, { OPTION });",
    "server.listen({ port: 3000, OPTION });\nsecond.listen(3000);",
    "second.listen({ port: 3000, reusePort: true });\nserver.listen({ port: 3000, OPTION });",
  ];
  const options = [
    "reusePort: true",
    "reusePort: process.platform !== 'win32'",
    "...(process.platform !== 'win32' && { reusePort: true })",
    "reusePort: 'yes'",
    "exclusive: true",
    "exclusive: false",
    "backlog: 5",
  ];
  const around: Record<string, (code: string) => string> = {
    "one process": (code) => code,
    "workers of a cluster": (code) =>
      `import cluster from "node:cluster";\nif (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();\nelse {\n${code}\n}`,
    "workers of a primary that is relied on": (code) =>
      `import cluster from "node:cluster";\nif (cluster.isPrimary) cluster.fork().on("listening", log);\nelse {\n${code}\n}`,
    threads: (code) =>
      `import { isMainThread, Worker } from "node:worker_threads";\nif (isMainThread) for (let i = 0; i < 4; i++) new Worker(import.meta.filename);\nelse {\n${code}\n}`,
  };
  const environments: readonly Fixture["settings"][] = [
    {},
    { platforms: ["linux"] },
    { node: ">=20" },
    { runtime: "bun" },
  ];
  for (const [name, wrap] of Object.entries(around)) {
    it(`in ${name}`, () => {
      let count = 0;
      for (const listen of listens)
        for (const option of options)
          for (const settings of environments) {
            const code = wrap(listen.replace("OPTION", option));
            const text = `import net from "node:net";\nconst server = net.createServer();\nconst second = net.createServer();\n${code}\n`;
            const fixture = { name, text, path: "src/a.ts", package: {}, settings, options: {}, expected: [] };
            count += checkSuggestions(fixture);
          }
      assert.ok(count >= 100, String(count));
    });
  }
  it("of datagram sockets", () => {
    let count = 0;
    for (const option of ["reusePort: true", "reuseAddr: true", "reuseAddr: true, reusePort: true", "reuseAddr: false"])
      for (const made of [`{ type: "udp4", OPTION }`, `"udp4", { OPTION }`])
        for (const bound of [
          "5000",
          "0",
          `5000, () => s.addMembership("239.1.1.1")`,
          "{ port: 5000, reuseAddr: true }",
        ])
          for (const settings of environments) {
            const text = `import d from "node:dgram";\nconst s = d.createSocket(${made.replace("OPTION", option)});\ns.bind(${bound});\n`;
            const name = "datagram sockets";
            count += checkSuggestions({ name, text, path: "a.ts", package: {}, settings, options: {}, expected: [] });
          }
    assert.ok(count > 50, String(count));
  });
});
