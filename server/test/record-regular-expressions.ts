// Loaded before others, this notes every regular expression that our own code makes of a string, and where: one JSON object a line in
// the file that RECORDED names.
import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OURS = /(?:file:\/\/)?(\/[^():\n]*\/(?:rules|server|client)\/src\/[^():\n]*):(\d+)/;
const Original = RegExp;
const seen = new Set<string>();

globalThis.RegExp = new Proxy(Original, {
  construct: (target, given: [string, string?], self) => note(Reflect.construct(target, given, self) as RegExp),
  apply: (target, self, given: [string, string?]) => note(Reflect.apply(target, self, given) as RegExp),
});

/** `at` is the line that asked for it, where that is one of ours. */
function note(made: RegExp): RegExp {
  const [, caller = ""] = /^.*\n.*\n.*\n(.*)/.exec(new Error().stack ?? "") ?? [];
  const [, path, line] = OURS.exec(caller) ?? [];
  const entry = `${JSON.stringify({ at: path && `${relative(ROOT, path)}:${line}`, source: made.source, flags: made.flags })}\n`;
  if (path === undefined || seen.has(entry)) return made;
  seen.add(entry);
  appendFileSync(process.env["RECORDED"] as string, entry);
  return made;
}
