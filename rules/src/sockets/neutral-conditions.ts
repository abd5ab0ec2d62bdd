import { onPlatform } from "../analysis/assumptions.ts";
import { contains, lastNameOf, nameOf, unwrap, words, type Node } from "../analysis/ast.ts";
import { holds, type Condition } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import { fileOf, indexOf, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { isGlobal, onlyValue } from "../analysis/variables.ts";

/**
 * Whether the tests can all come true on a platform: false when one fails there, null when one is unknown. Tests about
 * the process's role count as true.
 */
export function allHold(conditions: readonly Condition[], platform: string): boolean | null {
  const assume = onPlatform(platform);
  let result: boolean | null = true;
  for (const condition of conditions) {
    const value = holds(condition, assume);
    if (value === false) return false;
    if (value === null && !isNeutral(condition)) result = null;
  }
  return result;
}

/** Roles of a process or thread, by resolved path. */
const ROLE =
  /^(?:cluster\.(?:default\.)?is(?:Primary|Master|Worker)|worker_threads\.(?:isMainThread|parentPort|threadId)|bun\.isMainThread|import\.meta\.(?:main|url|filename|path)|require\.main|module\.parent|process\.(?:send|connected|argv|env\.(?!.*(?:REUSE|WORKER|CLUSTER|SHARE|INSTANCE|COUNT|CONCURREN|MULTI|PROC|THREAD|CPU))\w+)|bun\.main|deno\.mainModule)\b/i;
const ERROR_NAME = /^(?:e|ex|er|err|error|\w*Err(?:or)?)$/;

/**
 * A test that has nothing to do with sharing a port: which process this is, whether an error came before, which
 * environment it runs in.
 * An early exit counts too, unless it listens itself or speaks of platforms, workers or sharing.
 */
export function isNeutral(condition: Condition): boolean {
  const file = fileOf(condition.test);
  const neutral = leavesOf(condition.test).every((leaf) => {
    if (leaf.type === "Literal" || leaf.type === "TemplateLiteral" || leaf.type === "FunctionExpression") return true;
    if (leaf.type === "MetaProperty") return true;
    if (leaf.type === "Identifier") {
      if (leaf.name === "undefined" || (leaf.name === "module" && isGlobal(leaf)) || leaf.name === "__filename")
        return true;
      if (ERROR_NAME.test(leaf.name)) return true;
    }
    const value = resolve(leaf);
    if (value?.kind === "path" && ROLE.test(value.path)) return true;
    return evaluate(leaf, onPlatform("linux")) !== null;
  });
  return (
    neutral ||
    (condition.exit !== undefined && !mentionsListen(condition.exit, file) && !speaksOfSharing(condition.test))
  );
}

/**
 * The operands of a test that carry meaning: operators, parentheses and conversions taken away, local constants
 * followed.
 */
function leavesOf(node: Node, depth = 0): Node[] {
  const at = unwrap(node);
  const next = (child: Node) => leavesOf(child, depth + 1);
  if (depth > 8) return [at];
  switch (at.type) {
    case "UnaryExpression":
      return next(at.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return [...next(at.left), ...next(at.right)];
    case "CallExpression": {
      const callee = unwrap(at.callee);
      const value = resolve(callee);
      if (
        value?.kind === "path" &&
        /^(?:url\.(?:fileURLToPath|pathToFileURL)|path\.(?:resolve|normalize|basename)|Boolean|String|fs\.realpathSync)$/.test(
          value.path,
        )
      )
        return at.arguments.flatMap((each) => next(each as Node));
      if (
        callee.type === "MemberExpression" &&
        ["includes", "startsWith", "endsWith", "toLowerCase"].includes(nameOf(callee) ?? "")
      )
        return [...next(callee.object), ...at.arguments.flatMap((each) => next(each as Node))];
      return [at];
    }
    case "MemberExpression": {
      const value = resolve(at);
      return value?.kind === "path" && ROLE.test(value.path)
        ? [at]
        : ["href", "pathname", "code"].includes(nameOf(at) ?? "")
          ? next(at.object)
          : [at];
    }
    case "Identifier": {
      const value = resolve(at);
      if (value?.kind === "path" && ROLE.test(value.path)) return [at];
      const made = onlyValue(at);
      return made ? next(made) : [at];
    }
    default:
      return [at];
  }
}

function mentionsListen(node: Node, file: SourceFile): boolean {
  return indexOf(file).calls.some((call) => {
    if (!contains(node, call)) return false;
    const name = lastNameOf(call.callee);
    return name !== null && /listen|serve|start|fork|bind/i.test(name);
  });
}

const SHARING = new Set([
  "reuse",
  "worker",
  "workers",
  "cluster",
  "share",
  "shared",
  "sharing",
  "platform",
  "count",
  "cpus",
  "instances",
  "threads",
  "linux",
  "darwin",
  "mac",
  "macos",
  "windows",
  "win",
]);

function speaksOfSharing(test: Node): boolean {
  const seen: string[] = [];
  for (const leaf of leavesOf(test)) {
    seen.push(lastNameOf(leaf.type === "CallExpression" ? leaf.callee : leaf) ?? "");
    const value = resolve(leaf);
    if (value?.kind === "path" && !ROLE.test(value.path)) seen.push(value.path);
  }
  return seen.some((name) => words(name).some((word) => SHARING.has(word)));
}
