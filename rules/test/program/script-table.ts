import assert from "node:assert/strict";
import { ROOT, startsOf } from "./tree.ts";

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
