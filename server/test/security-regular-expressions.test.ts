import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "recheck";
import type { Node } from "../../rules/src/analysis/ast.ts";
import { parseFile, positionAt } from "../src/lint/parse.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["rules/src", "server/src", "client/src"];
/** Milliseconds for one expression; most take one or two, and a list of names some seconds. */
const TIME = 90_000;

/** The regular expressions of a text, with where they stand. */
function literalsIn(text: string, path: string): { source: string; flags: string; at: string }[] {
  const file = parseFile(text, path);
  const found: { source: string; flags: string; at: string }[] = [];
  const open: Node[] = [file.ast];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "Literal" && "regex" in node) {
      const { pattern: source, flags } = node.regex;
      found.push({ source, flags, at: `${relative(ROOT, path)}:${positionAt(file.lineStarts, node.range[0]).line}` });
    }
    for (const key of file.visitorKeys[node.type] ?? [])
      for (const child of [(node as unknown as Record<string, unknown>)[key]].flat())
        if (child !== null && child !== undefined) open.push(child as Node);
  }
  return found;
}

function literals(): ReturnType<typeof literalsIn> {
  const files = SOURCES.flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(ROOT, folder, name)),
  );
  const all = files.flatMap((path) => literalsIn(readFileSync(path, "utf8"), path));
  return [...new Map(all.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
}

describe("regular expressions", () => {
  it("are all linear, so that no text makes them slow", async function () {
    this.timeout(1_800_000);
    const all = literals();
    assert.ok(all.length > 400, `only ${all.length} were found`);
    const slow: string[] = [];
    for (const { source, flags, at } of all) {
      const found = await check(source, flags, { timeout: TIME });
      if (found.status !== "safe")
        slow.push(
          `${at} /${source}/${flags}: ${found.status === "vulnerable" ? found.complexity.summary : "nobody knows"}`,
        );
    }
    assert.deepEqual(slow, []);
  });

  it("that are not linear are found", async () => {
    const [exponential, quadratic] = literalsIn("[/^(?:[.-][\\w-]+)*$/, /\\s+$/g]", `${ROOT}a.ts`).toReversed();
    for (const { source, flags } of [exponential, quadratic] as NonNullable<typeof exponential>[])
      assert.equal((await check(source, flags)).status, "vulnerable", source);
  });
});
