import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Host, put } from "./kept-host.ts";
import { CODE, TEXTS } from "./kept-texts.ts";

/** One and the same where nobody gives another, so that no change fails by lot. */
const SEEDS = process.env["PROPERTY_SEED"] === undefined ? [10, 15, 100] : [Number(process.env["PROPERTY_SEED"])];
const CHANGES = Math.round(150 * Math.max(1, Number(process.env["STRESS_EDITS"] ?? 0) / 1000));
/** What is kept is compared with a fresh start after so many changes: whatever is asked for more often has less time to turn stale. */
const EVERY = 5;

const SETTINGS = [
  {},
  { platforms: ["linux"] },
  { program: false },
  { launches: { "app.js": { as: "threads", count: 2 } } },
];

const change = fc.record({
  what: fc.constantFrom("show", "show", "show", "write", "write", "type", "close", "hover", "ask", "configure"),
  name: fc.constantFrom(...Object.keys(TEXTS)),
  /** Which text, which settings, which file is asked first. */
  which: fc.nat(1000),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A host that lives through changes, and what it says beside one that has just been started. */
class Session {
  readonly folder = mkdtempSync(join(tmpdir(), "portreuse-kept-"));
  settings: object = {};
  readonly host: Host;

  constructor() {
    for (const [name, [text]] of Object.entries(TEXTS)) put(this.folder, name, text);
    this.host = new Host(this.folder, this.settings);
  }

  async do({ what, name, which }: Change): Promise<void> {
    const texts = TEXTS[name] ?? assert.fail();
    const text = texts[which % texts.length] ?? null;
    const document = this.host.open.get(name);
    if (what === "show" && CODE.includes(name) && text !== null) this.host.show(name, text);
    else if (what === "type" && document) this.host.show(name, `${document.getText()}// ${which}\n`);
    else if (what === "write") this.host.write(name, text);
    else if (what === "close" && document) this.host.close(name);
    else if (what === "hover" && (await this.host.findings(name))) await this.host.hovers(name);
    else if (what === "ask" && CODE.includes(name)) await this.host.findings(name);
    else if (what === "configure")
      this.host.configure((this.settings = SETTINGS[which % SETTINGS.length] ?? assert.fail()));
  }

  /** @returns the number of findings */
  async compare(from: number): Promise<number> {
    const fresh = new Host(this.folder, this.settings);
    for (const [name, document] of this.host.open) fresh.show(name, document.getText());
    let count = 0;
    for (let i = 0; i < CODE.length; i++) {
      const name = CODE[(from + i) % CODE.length] as string;
      const [kept, anew] = [await this.host.findings(name), await fresh.findings(name)];
      assert.deepEqual(kept, anew, name);
      if (!Array.isArray(anew)) continue;
      count += anew.length;
      if (from % 3 === 0) assert.deepEqual(await this.host.hovers(name), await fresh.hovers(name), name);
    }
    return count;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

describe(`findings that are kept (PROPERTY_SEED=${SEEDS.join()})`, function () {
  this.timeout(600_000);

  for (const [title, changes] of Object.entries<readonly [name: string, which: number, what?: Change["what"]][]>({
    "are those of what a caller hands on": [
      ["jsconfig.json", 1, "write"],
      ["lib/helper.js", 1],
      ["server.js", 4],
      ["more.js", 1],
    ],
    "are those of the module that another one exports again": [
      ["config.js", 4],
      ["more.js", 1, "write"],
    ],
    "are those of data that a module loads": [
      ["config.js", 3],
      ["ports.json", 1, "write"],
    ],
    "are those of data that says how many are started": [
      ["pool.js", 2],
      ["ports.json", 1, "write"],
      ["ports.json", 0, "write"],
    ],
  }))
    it(title, async () => {
      const session = new Session();
      try {
        await session.compare(0);
        for (const [name, which, what = "show"] of changes) {
          await session.do({ what, name, which });
          await session.compare(1);
        }
      } finally {
        session.remove();
      }
    });

  for (const seed of SEEDS)
    it(`are those of a fresh start, whatever changes (${seed})`, async () => {
      const session = new Session();
      let count = 0;
      try {
        for (const [i, each] of fc.sample(change, { numRuns: CHANGES, seed }).entries()) {
          await session.do(each);
          if (i % EVERY === 0) count += await session.compare(each.which);
        }
      } finally {
        session.remove();
      }
      assert.ok(count > CHANGES / EVERY, "there is something to compare");
    });
});
