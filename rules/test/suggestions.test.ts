import assert from "node:assert/strict";
import { rules } from "../src/rules/index.ts";
import { fixturesIn, type Fixture } from "./fixtures.ts";
import { runOwn } from "./hosts.ts";
import type { Message } from "../../server/src/lint/messages.ts";

/** Suggestions that mend a finding and let its rule, or another, have something left to say, by `rule messageId`. */
const LEFT: Readonly<Record<string, { suggestion: string; after: string }>> = {
  // Fewer connections hold fewer ports, but every one of them is still bound before it connects.
  "portreuse/no-bind-before-connect address": {
    suggestion: "keepAlive",
    after: "portreuse/no-bind-before-connect address",
  },
  // An option that comes into force has the consequence that its rule warns of.
  "portreuse/no-ignored-socket-option ignored": {
    suggestion: "lift",
    after: "portreuse/no-bind-before-connect address",
  },
};

const kindOf = ({ ruleId, messageId }: Message) => `${ruleId} ${messageId}`;

/** How often each kind of finding is there. */
function countsOf(messages: readonly Message[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of messages) counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
  return counts;
}

type Fix = NonNullable<Message["suggestions"]>[number]["fix"];

function applied(text: string, { range, text: added }: Fix): string {
  return text.slice(0, range[0]) + added + text.slice(range[1]);
}

/** With the options that `recommended` has. */
function check(fixture: Fixture, text = fixture.text): Message[] {
  return runOwn({ ...fixture, options: {}, text });
}

/** Checks every suggestion of a file; gives their number. */
function checkSuggestions(fixture: Fixture): number {
  let count = 0;
  const before = check(fixture);
  for (const message of before) {
    for (const { desc, fix, messageId } of message.suggestions ?? []) {
      count++;
      const text = applied(fixture.text, fix);
      const where = `${fixture.name}:${message.line} ${kindOf(message)} "${desc}"\n${text}`;
      const after = check(fixture, text);
      assert.ok(!after.some((each) => each.ruleId === null), `does not parse: ${where}`);
      assert.notEqual(text, fixture.text, `changes nothing: ${where}`);
      const left = LEFT[kindOf(message)];
      const expected = countsOf(before);
      expected.set(kindOf(message), expected.get(kindOf(message))! - 1);
      if (left?.suggestion === messageId) expected.set(left.after, (expected.get(left.after) ?? 0) + 1);
      else assert.ok(after.length < before.length, `as many findings as before: ${where}`);
      for (const [kind, number] of countsOf(after))
        assert.ok(number <= (expected.get(kind) ?? 0), `${kind} is new: ${where}`);
      for (const each of after) {
        const place = placeBefore(offsetOf(each, text), fix);
        if (place === null) continue;
        const same = before.some((other) => kindOf(other) === kindOf(each) && offsetOf(other, fixture.text) === place);
        assert.ok(same, `${kindOf(each)} is new in line ${each.line}: ${where}`);
      }
      const offers = (messages: readonly Message[]) =>
        messages
          .filter((each) => kindOf(each) === kindOf(message))
          .flatMap((each) => each.suggestions ?? [])
          .filter((each) => each.messageId === messageId).length;
      assert.ok(offers(after) < offers(before), `is offered again: ${where}`);
    }
  }
  return count;
}

function offsetOf({ line, column }: Message, text: string): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** Where a place of the edited text was before; null inside the edit and at its ends. */
function placeBefore(place: number, { range: [start, end], text: added }: Fix): number | null {
  if (place < start) return place;
  return place > start + added.length ? place - added.length + (end - start) : null;
}

describe("suggestions", () => {
  for (const folder of [...rules.map((rule) => rule.name), "catalogue"]) {
    it(`of the fixtures in ${folder}: fewer findings, none of them new, and nothing is left to apply`, () => {
      const count = fixturesIn(folder).reduce((sum, fixture) => sum + checkSuggestions(fixture), 0);
      assert.ok(count > 0 || folder === "no-ephemeral-server-port", "there are none");
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
