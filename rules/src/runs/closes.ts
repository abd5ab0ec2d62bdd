import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { inSteps, type Next } from "../analysis/in-steps.ts";
import { fileOf, indexOf } from "../analysis/source.ts";

/** Names of what ends a server, or everything that a test has started. */
const CLOSES =
  /[cC]lose|[sS]hut[dD]own|[tT]ear[dD]own|[dD]estroy|[tT]erminate|[dD]ispose|[cC]leanup|^(?:(?:force|graceful)?[sS]top|kill)/;
/** Names for what is got from a name. */
const DEEPEST = 3;

/** Whether something is closed where a file uses it, or goes to a function that is called as if it did that. */
export const closes = inSteps<boolean>(DEEPEST, false, (use, next) => {
  let at = use;
  for (;;) {
    const name = at.type === "MemberExpression" ? nameOf(at) : at.type === "Identifier" ? at.name : null;
    if (name !== null && CLOSES.test(name)) return true;
    const parent = at.parent as Node;
    switch (parent.type) {
      case "MemberExpression":
        if (parent.object !== at) return false;
        break;
      case "CallExpression":
        if (parent.callee !== at) return isClosing(parent.callee);
        break;
      case "AwaitExpression":
      case "ChainExpression":
      case "TSNonNullExpression":
      case "TSAsExpression":
        break;
      case "VariableDeclarator":
        return namesIn(parent.id).some((each) => isClosedAs(each, next));
      case "AssignmentExpression":
        return parent.right === at && namesIn(parent.left).some((each) => isClosedAs(each, next));
      default:
        return false;
    }
    at = parent;
  }
});

/** `closeAll(app)`, `promisify(app.close)`; `done.close` of something else takes it too. */
function isClosing(callee: Node): boolean {
  const at = unwrap(callee);
  const name = at.type === "MemberExpression" ? nameOf(at) : at.type === "Identifier" ? at.name : null;
  return name !== null && CLOSES.test(name);
}

function isClosedAs(name: Node, closes: Next<boolean>): boolean {
  const variable = indexOf(fileOf(name)).variableOf.get(name);
  return (variable?.references ?? []).some((each) => each.isRead() && closes(each.identifier as Node));
}

function namesIn(pattern: Node): Node[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((each) => (each.type === "Property" ? namesIn(each.value) : []));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    default:
      return [];
  }
}
