import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { launchesIn } from "../../src/program/launches/index.ts";
import { resolverOf } from "../../src/program/resolve.ts";
import { inMemory, ROOT, startsOf } from "./tree.ts";

type Contents = Readonly<Record<string, string | object>>;

/** What the script `it` of a package starts, the launches joined by commas; "nothing" for none. */
export function started(line: string, files: Contents, manifest: object = {}): string {
  const { scripts = {}, ...rest } = manifest as { scripts?: object };
  const group = `${ROOT}/package.json script it`;
  return (
    startsOf({ ...files, "package.json": { ...rest, scripts: { it: line, ...scripts } } }, (launch) =>
      launch.group.startsWith(group),
    ).join(", ") || "nothing"
  );
}

/** A test for each of the lines `line of shell → launches`. */
export function table(title: string, lines: string, files: Contents, manifest: object = {}): void {
  describe(title, () => {
    for (const line of lines.trim().split("\n")) {
      const [command = "", expected] = line.trim().split(" → ");
      it(line.trim(), () => assert.equal(started(command, files, manifest), expected));
    }
  });
}

/** The entries that a line and other scripts start, `a.js@0`: those with one number run beside each other. */
export function groups(line: string, files: Contents, scripts: object = {}): string {
  const root = inMemory(ROOT, { ...files, "package.json": { scripts: { it: line, ...scripts } } });
  const { launches } = launchesIn(resolverOf(root, ROOT, root), parseFile);
  const own = launches.filter(({ group }) => group.startsWith(`${ROOT}/package.json script it`));
  const seen = [...new Set(own.map(({ group }) => group))];
  return (
    own.map(({ group, entry }) => `${entry?.slice(ROOT.length + 1)}@${seen.indexOf(group)}`).join(" ") || "nothing"
  );
}
