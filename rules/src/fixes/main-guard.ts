import semver from "semver";
import { enclosingFunction } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import type { Environment } from "../environment.ts";
import type { Edit } from "../rule.ts";
import type { ApiSite } from "../sockets/site.ts";
import { reuseOf } from "../sockets/reuse.ts";
import { setOption } from "./index.ts";
import { insert, joined } from "./layout.ts";
import { statementOf } from "./statements.ts";

/** The first versions of Node.js in which a module can ask `import.meta.main`. */
const ASKS_MAIN = ">=24.2.0";

interface Around {
  file: SourceFile;
  environment: Environment;
  path: string;
  typescript: boolean;
}

/**
 * Puts a listen under the condition that its module is the one that was started; null where the statement does more than that,
 * or where nothing says how the module is loaded.
 */
export function guardAsMain(site: ApiSite, around: Around): { test: string; states: boolean; edits: Edit[] } | null {
  const { call } = site;
  const test = testOf(around);
  const place = statementOf(call);
  if (test === null || place?.statement.type !== "ExpressionStatement" || enclosingFunction(call)) return null;
  // A listen that only the program comes by is one that has to state its policy.
  const stated = isUndecided(site, around) ? setOption(around.file, site, "reusePort", "false", around) : [];
  const edits = stated && joined([insert(place.statement.range[0], `if (${test}) `), ...stated]);
  return edits && { test, states: stated.length > 0, edits };
}

function isUndecided(site: ApiSite, { environment }: Around): boolean {
  const reuse = reuseOf(site, environment);
  return reuse.state === "absent" && !reuse.lost && environment.listens?.value !== "single";
}

/** The expression that is true in the module that was started. */
function testOf({ file, environment, path }: Around): string | null {
  const { runtime, node } = environment;
  if (runtime !== "node") return "import.meta.main";
  const isEs = file.ast.body.some((each) => /^(?:Import|Export(?:Named|Default|All))Declaration$/.test(each.type));
  if (/\.c[jt]s$/.test(path) || (!isEs && /\.jsx?$/.test(path) && /\brequire\b|\bmodule\.exports\b/.test(file.text)))
    return "require.main === module";
  const known = node !== null && semver.subset(node.value, ASKS_MAIN);
  return known && isEs ? "import.meta.main" : null;
}
