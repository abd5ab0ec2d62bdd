/** Why a configuration of a project, or a part of it, is not known. */
export interface ConfigurationProblem {
  path: string;
  /** Both from 1; null where the file as a whole is meant. */
  place: { line: number; column: number } | null;
  /** What is wrong and what that means, in a sentence each. Where a key is meant it stands first: `scripts: expected …`. */
  text: string;
  /** Nothing of the file is known. */
  isWhole: boolean;
}

/** `tsconfig.json:3:5: not valid JSON: …` */
export function lineOf({ path, place, text }: ConfigurationProblem): string {
  return `${path}${place ? `:${place.line}:${place.column}` : ""}: ${text}`;
}

/**
 * One line for each problem; what is wrong in several files in the same way is one. `reported`: lines that begin with a path, by whoever
 * reads settings; what they say of a file or key is not said again.
 */
export function linesOf(problems: readonly ConfigurationProblem[], reported: readonly string[] = []): string[] {
  const alike = new Map<string, ConfigurationProblem[]>();
  for (const each of problems) {
    if (reported.some((line) => saysTheSame(line, each))) continue;
    // Each file that does not parse has a mistake of its own.
    const key = each.isWhole ? `${each.path} ${each.text}` : each.text;
    const same = alike.get(key) ?? [];
    alike.set(key, same);
    if (!same.some(({ path }) => path === each.path)) same.push(each);
  }
  return [...alike.values()].map((same) => {
    const [first, ...others] = same.toSorted((a, b) => (a.path < b.path ? -1 : 1)) as [ConfigurationProblem];
    if (others.length === 0) return lineOf(first);
    return `${lineOf(first)} The same goes for ${others.length === 1 ? "one more file" : `${others.length} more files`}.`;
  });
}

function saysTheSame(line: string, { path, text, isWhole }: ConfigurationProblem): boolean {
  if (!line.startsWith(`${path}:`)) return false;
  const [key = ""] = text.split(": ", 1);
  return isWhole || line.startsWith(`${path}: ${key}`);
}
