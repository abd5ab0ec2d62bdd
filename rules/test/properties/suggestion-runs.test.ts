import assert from "node:assert/strict";
import fc from "fast-check";
import semver from "semver";
import { cannotTrace } from "../../../lab/runtimes-trace.ts";
import { PATIENCE, SEEDED, check, runs, textOf } from "./check.ts";
import { programs } from "./grammar.ts";
import { read } from "./marks.ts";
import { workshop, type Shown } from "./run-traced.ts";

interface Suggested {
  path: string;
  before: string;
  after: string;
  /** The suggestion's words. */
  title: string;
}

/** Of each kind of suggestion as many as wanted, from programs at random. */
function sampled(wanted: number, seed: number): Suggested[] {
  const kinds = new Map<string, Suggested[]>();
  for (const program of fc.sample(programs, { numRuns: 600 + 60 * wanted, seed })) {
    const { text } = read(textOf(program));
    for (const { ruleId, messageId, suggestions = [] } of check(text, program.path))
      for (const { desc, fix, messageId: id } of suggestions) {
        const kind = `${ruleId} ${messageId} ${id}`;
        const all = kinds.get(kind) ?? [];
        kinds.set(kind, all);
        const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
        if (all.length < wanted) all.push({ path: program.path, before: text, after, title: desc });
      }
  }
  assert.ok(kinds.size >= 15, `only ${kinds.size} kinds`);
  return [...kinds.values()].flat();
}

const SHARES = "setsockopt(SO_REUSEPORT, 1)";
const REUSES = "setsockopt(SO_REUSEADDR, 1)";

const without = ({ version, sockets, output }: Shown, call: RegExp): Shown => ({
  version,
  sockets: sockets.map((calls) => calls.filter((each) => !call.test(each))),
  output,
});

/** To the port that generated connections bind. */
const FIXED = /^bind\(.*:5000\)/;

/** What a title promises of the calls, and which of them it is about: the others stay. */
interface Promised {
  title: RegExp;
  about: RegExp;
  /** `shares`: this Node.js knows `reusePort`. */
  holds: (calls: readonly string[], before: readonly string[], shares: boolean) => boolean;
}

const PROMISED: readonly Promised[] = [
  { title: /`reusePort: false`/, about: /SO_REUSEPORT/, holds: (calls) => !calls.includes(SHARES) },
  {
    title: /`reusePort: process\.platform === "linux"`/,
    about: /SO_REUSEPORT/,
    holds: (calls, _before, shares) => calls.includes(SHARES) === shares,
  },
  {
    title: /^Remove `reusePort`, which does nothing here/,
    // Where the kernel chooses the port the option is set, and nobody knows a port to share.
    about: /SO_REUSEPORT/,
    holds: (calls, before) =>
      calls.join() === before.join() || (!calls.includes(SHARES) && calls.some((each) => /^bind\(.*:0\)/.test(each))),
  },
  { title: /^Set `reuseAddr: true`/, about: /SO_REUSEADDR/, holds: (calls) => calls.includes(REUSES) },
  { title: /^Remove `reuseAddr`/, about: /SO_REUSEADDR/, holds: (calls) => !calls.includes(REUSES) },
  {
    title: /^Remove `localPort`/,
    // libuv sets SO_REUSEADDR on what it binds.
    about: /^bind|SO_REUSEADDR/,
    // An agent that nobody uses binds nothing.
    holds: (calls, before) =>
      before.some((each) => FIXED.test(each)) === before.length > 0 && !calls.some((each) => FIXED.test(each)),
  },
  {
    title: /^Keep connections open/,
    about: /^nothing$/,
    holds: (calls, before) => calls.join() === before.join(),
  },
];

/** Says what of a title's promise two runs break; null where they keep it. */
function broken(title: string, before: Shown, after: Shown, shares: boolean): string | null {
  const promised = PROMISED.find((each) => each.title.test(title));
  if (!promised) return "nobody knows what it promises";
  if (!promised.holds(after.sockets.flat(), before.sockets.flat(), shares)) return "its promise is not kept";
  const [was, is] = [before, after].map((each) => JSON.stringify(without(each, promised.about)));
  return was === is ? null : "something else has changed";
}

describe(`suggestions in generated programs, run on Node.js under strace ${SEEDED}`, function () {
  this.timeout(PATIENCE * 4);
  before(async function () {
    const missing = await cannotTrace();
    if (missing === null) return;
    console.log(`    skipped: ${missing}`);
    this.skip();
  });

  it("make the calls that their titles promise, and change nothing else", async () => {
    const { numRuns, seed } = runs(2);
    const all = sampled(numRuns, seed);
    const { run, close } = await workshop();
    let withCalls = 0;
    try {
      const one = async ({ path, before, after, title }: Suggested) => {
        const [was, is] = [await run(before, path), await run(after, path)];
        if (was.sockets.length > 0) withCalls++;
        const shares = semver.gte(was.version, "22.12.0");
        const wrong = broken(title, was, is, shares);
        assert.equal(wrong, null, `${title}\n${after}\n${JSON.stringify({ was, is }, null, 2)}`);
      };
      const open = [...all];
      const worker = async () => {
        for (let each = open.pop(); each; each = open.pop()) await one(each);
      };
      await Promise.all([worker(), worker(), worker()]);
      assert.ok(withCalls > all.length / 2, `only ${withCalls} of ${all.length} programs opened a socket`);
    } finally {
      await close();
    }
  });

  it("that break their promise are noticed", () => {
    const shown = (...calls: string[]): Shown => ({ version: "", sockets: [calls], output: [] });
    const [plain, shared] = [shown("bind(0.0.0.0:1)"), shown(SHARES, "bind(0.0.0.0:1)")];
    const state = "State `reusePort: false`: the port is not shared.";
    const guard = 'Share the port on Linux: `reusePort: process.platform === "linux"`.';
    assert.equal(broken(state, shared, plain, true), null);
    assert.equal(broken(guard, plain, shared, true), null);
    assert.equal(broken(state, shared, shared, true), "its promise is not kept");
    assert.equal(broken(guard, plain, plain, true), "its promise is not kept");
    assert.equal(broken(state, shared, shown("bind(127.0.0.1:1)"), true), "something else has changed");
    assert.equal(broken(guard, plain, { ...shared, output: ["log x"] }, true), "something else has changed");
    assert.equal(broken("Make tea.", plain, plain, true), "nobody knows what it promises");
  });
});
