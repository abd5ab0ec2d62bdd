import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mapFiles } from "../../server/src/cli/map-files.ts";
import { fileChecker } from "../../server/src/cli/scan-file.ts";
import { rules } from "../src/rules/index.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

/** Checks the files of each project that comes, lists their listens, and answers with those and with what went wrong. */
process.on("message", ({ cwd, paths }: { cwd: string; paths: readonly string[] }) => {
  const bases = new Map<string, string>();
  const problems: string[] = [];
  const checker = fileChecker({ cwd, bases, levels, suggestions: true, eslint: "ignore" }, problems);
  const candidates = paths.map((path, index) => ({ index, path: join(cwd, path), size: 0 }));
  const reports = candidates.flatMap(({ path }) => checker.check(path, readFileSync(path, "utf8")) ?? []);
  const failures = reports.flatMap((each) => each.problems).filter(({ rule }) => rule === null);
  const { listens, skipped, unparsed } = mapFiles(candidates, { cwd, bases }, () => {});
  const wrong = [...problems, ...failures.map(({ text }) => text), ...skipped.map(({ reason }) => reason), ...unparsed];
  process.send!({ ports: listens.map(({ port }) => port.number), wrong });
});
