import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackageJson, UserSettings } from "../src/settings.ts";

export const root = fileURLToPath(new URL("../../test-fixtures/", import.meta.url));

/** A finding as a fixture states it. Columns from 1, the end exclusive. */
interface Expectation {
  line: number;
  column: number;
  endColumn: number;
  rule: string;
  messageId: string | null;
}

/** Code with its expectations in comments: see CONTRIBUTING. */
export interface Fixture {
  /** Below test-fixtures/, such as `no-fixed-local-port/reported/agent.ts`. */
  name: string;
  text: string;
  /** Pretended path below the workspace. */
  path: string;
  package: PackageJson;
  settings: UserSettings;
  options: Readonly<Record<string, object>>;
  expected: readonly Expectation[];
}

const CODE = /\.[cm]?[jt]sx?$/;

const read = new Map<string, Fixture>();

/** The fixtures below a folder, every one the same object whoever asks: what has been worked out for it can be kept. */
export function fixturesIn(directory: string): Fixture[] {
  return filesIn(join(root, directory)).map((file) => {
    const fixture = read.get(file) ?? readFixture(file);
    read.set(file, fixture);
    return fixture;
  });
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return CODE.test(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

export function readFixture(file: string): Fixture {
  const text = readFileSync(file, "utf8");
  const lines = text.split(/\r?\n/);
  const header = lines.slice(0, 2).find((line) => line.startsWith("// @fixture "));
  const {
    filename,
    package: pkg,
    settings,
    options,
  } = JSON.parse(header?.slice("// @fixture ".length) ?? "{}") as {
    filename?: string;
    package?: PackageJson;
    settings?: UserSettings;
    options?: Record<string, object>;
  };
  return {
    name: relative(root, file),
    text,
    path: filename ?? `src/${basename(file)}`,
    package: pkg ?? {},
    settings: settings ?? {},
    options: options ?? {},
    expected: expectations(lines),
  };
}

const CARETS = /^\s*\/\/\s*(\^+)\s+([a-z-]+)(?:\s+(\w+))?\s*$/;
const COLUMNS = /^\s*\/\/\s*@(\d+):(\d+)\s+([a-z-]+)(?:\s+(\w+))?\s*$/;

function expectations(lines: readonly string[]): Expectation[] {
  const expected: Expectation[] = [];
  let subject = 0;
  for (const [i, line] of lines.entries()) {
    const carets = CARETS.exec(line);
    const columns = COLUMNS.exec(line);
    if (carets) {
      const column = line.indexOf("^") + 1;
      expected.push({
        line: subject,
        column,
        endColumn: column + carets[1]!.length,
        rule: carets[2]!,
        messageId: carets[3] ?? null,
      });
    } else if (columns)
      expected.push({
        line: subject,
        column: Number(columns[1]),
        endColumn: Number(columns[2]),
        rule: columns[3]!,
        messageId: columns[4] ?? null,
      });
    else subject = i + 1;
  }
  return expected.sort((a, b) => a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule));
}
