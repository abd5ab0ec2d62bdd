import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { check, type Diagnostics } from "recheck";
import type { Node } from "../../rules/src/analysis/ast.ts";
import { parseFile, positionAt } from "../src/lint/parse.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["rules/src", "server/src", "client/src"];
/** Milliseconds for one expression; most take one or two, and a list of names some seconds. */
const TIME = 90_000;

interface Found {
  source: string;
  flags: string;
  /** Path and line, from 1. */
  at: string;
}

/** Of a text: the regular expressions that are written as literals, and the places where others are made of strings. */
function foundIn(text: string, path: string): { literals: Found[]; made: string[] } {
  const file = parseFile(text, path);
  const literals: Found[] = [];
  const made: string[] = [];
  const open: Node[] = [file.ast];
  for (let node = open.pop(); node; node = open.pop()) {
    const at = `${relative(ROOT, path)}:${positionAt(file.lineStarts, node.range[0]).line}`;
    if (node.type === "Literal" && "regex" in node) {
      const { pattern: source, flags } = node.regex;
      literals.push({ source, flags, at });
    }
    const { callee } = node as { callee?: Node };
    if (callee?.type === "Identifier" && callee.name === "RegExp") made.push(at);
    for (const key of file.visitorKeys[node.type] ?? [])
      for (const child of [(node as unknown as Record<string, unknown>)[key]].flat())
        if (child !== null && child !== undefined) open.push(child as Node);
  }
  return { literals, made };
}

function allOurs(): ReturnType<typeof foundIn> {
  const files = SOURCES.flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(ROOT, folder, name)),
  );
  const all = files.map((path) => foundIn(readFileSync(path, "utf8"), path));
  return { literals: distinct(all.flatMap((each) => each.literals)), made: all.flatMap((each) => each.made) };
}

function distinct(all: readonly Found[]): Found[] {
  return [...new Map(all.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
}

/** Tests that between them make every regular expression that is made of strings. */
const MAKERS = [
  "rules/test/fixtures.test.ts",
  "rules/test/programs.test.ts",
  "rules/test/prefilter/*.test.ts",
  "rules/test/runs/*.test.ts",
  "server/test/service-code-actions.test.ts",
  "server/test/service-connect-helper.test.ts",
  "server/test/service-hover.test.ts",
];
/** Of those that differ by a name alone so many are asked about. */
const ENOUGH = 4;
/** What tries the expressions of the code that is checked, of a few shapes alone: hostile-files.test.ts gives it one of the others. */
const OF_USERS = /^rules\/src\/analysis\/operators\.ts:/;

/** What is made of strings while those tests run, by the place that makes it. */
function recorded(): Map<string, Found[]> {
  const folder = mkdtempSync(join(tmpdir(), "portreuse-"));
  try {
    const log = join(folder, "log");
    const mocha = ["node_modules/mocha/bin/mocha.js", "--no-config", "--timeout=600000", "--exit", "--reporter=dot"];
    const preload = ["--import", "tsx", "--import", "./server/test/record-regular-expressions.ts"];
    execFileSync(process.execPath, [...preload, ...mocha, ...MAKERS], {
      cwd: ROOT,
      env: { ...process.env, RECORDED: log },
      maxBuffer: 1e8,
    });
    assert.ok(existsSync(log), "nothing was noted");
    const made = new Map<string, Found[]>();
    for (const line of readFileSync(log, "utf8").trim().split("\n")) {
      const each = JSON.parse(line) as Found;
      made.set(each.at, [...(made.get(each.at) ?? []), each]);
    }
    return made;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What recheck has to say against them. */
async function accused(
  all: readonly Found[],
): Promise<{ found: Found; verdict: Exclude<Diagnostics, { status: "safe" }> }[]> {
  const bad: Awaited<ReturnType<typeof accused>> = [];
  for (const found of all) {
    const verdict = await check(found.source, found.flags, { timeout: TIME });
    if (verdict.status !== "safe") bad.push({ found, verdict });
  }
  return bad;
}

type Accused = Awaited<ReturnType<typeof accused>>[number];

function said({ found: { at, source, flags }, verdict }: Accused): string {
  return `${at} /${source}/${flags}: ${verdict.status === "vulnerable" ? verdict.complexity.summary : "nobody knows"}`;
}

/** Characters of the longest attack, and CPU milliseconds that it may take: what grows with the square takes minutes. */
const LONGEST = 262_144;
const MOST_TIME = 1_000;
/** What takes so much more time for four times the text grows faster than the text, however slow the machine is just now. */
const GROWS = 8;

/**
 * Whether an expression that is accused is slow. What looks behind, or what repeats something up to so many times, recheck
 * tries at random, and takes a large constant for a square: then the attack that it proposes is played.
 */
function isSlow(accused: Accused): boolean {
  const { verdict } = accused;
  if (verdict.status !== "vulnerable" || verdict.complexity.type === "exponential") return true;
  return verdict.checker !== "fuzz" || playsSlowly(accused);
}

function playsSlowly({ found: { source, flags }, verdict }: Accused): boolean {
  if (verdict.status !== "vulnerable") return true;
  const { pumps, suffix } = verdict.attack;
  const size = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  let before = Infinity;
  for (let length = 1024; length <= LONGEST; length *= 4) {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / size))).join("") + suffix;
    const start = process.cpuUsage();
    // As a search through all of it does.
    for (const _ of text.matchAll(new RegExp(source, `${flags.replace("g", "")}g`)));
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    if (took > MOST_TIME && took > GROWS * before) return true;
    before = took;
  }
  return false;
}

describe("regular expressions", function () {
  this.timeout(1_800_000);

  it("that are literals are all linear, so that no text makes them slow", async () => {
    const { literals } = allOurs();
    assert.ok(literals.length > 400, `only ${literals.length} were found`);
    assert.deepEqual((await accused(literals)).filter(isSlow).map(said), []);
  });

  it("that are made of strings are so too", async () => {
    const places = allOurs().made.filter((each) => !OF_USERS.test(each));
    assert.ok(places.length > 20, `only ${places.length} were found`);
    const made = recorded();
    const never = places.filter((each) => !made.has(each));
    assert.deepEqual(never, [], "no test makes these");
    const some = places.flatMap((each) => (made.get(each) as Found[]).slice(0, ENOUGH));
    const bad = await accused(distinct(some));
    assert.deepEqual(bad.filter(isSlow).map(said), []);
  });

  it("that are not linear are found", async () => {
    const text = "[/^(?:[.-][\\w-]+)*$/, /\\s+$/g, new RegExp(x)]";
    const { literals, made } = foundIn(text, `${ROOT}a.ts`);
    const bad = await accused(literals);
    assert.equal(bad.length, 2);
    assert.ok(bad.every(isSlow));
    const polynomial = bad.filter(
      ({ verdict }) => verdict.status === "vulnerable" && verdict.complexity.type === "polynomial",
    );
    assert.equal(polynomial.length, 1);
    assert.ok(polynomial.every(playsSlowly), "played");
    assert.deepEqual(made, ["a.ts:1"]);
  });
});
