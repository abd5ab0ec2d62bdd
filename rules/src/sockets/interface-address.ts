import { nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { iterationOf } from "../analysis/loops.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue, variableOf, writesOf } from "../analysis/variables.ts";

/** Steps from a name to what it stands for. */
const DEEP = 8;
/** Methods of a list that leave its elements as they are. */
const LISTS = /^(?:flat|filter|find|slice|concat|at|sort|reverse)$/;

/** Whether an expression is the address of a network interface, as os.networkInterfaces() gives it: no wildcard and no group. */
export function isInterfaceAddress(node: Node, depth = 0): boolean {
  const at = unwrap(node);
  if (depth > DEEP) return false;
  if (at.type === "MemberExpression") return nameOf(at) === "address" && isOfInterfaces(at.object, depth + 1);
  if (at.type !== "Identifier") return false;
  const made = onlyValue(at);
  if (made) return isInterfaceAddress(made, depth + 1);
  const variable = variableOf(at);
  const declared = variable?.defs[0]?.name as Node | undefined;
  if (!variable || declared?.parent?.type !== "Property" || nameOf(declared.parent) !== "address") return false;
  const writes = writesOf(variable);
  if (writes?.length === 1 && writes[0]?.path.length === 1) return isOfInterfaces(writes[0].node, depth + 1);
  const loop = iterationOf(at);
  return loop !== null && isOfInterfaces(loop.list, depth + 1);
}

/** What os.networkInterfaces() gives, or a part of it. */
function isOfInterfaces(node: Node, depth: number): boolean {
  const at = unwrap(node);
  if (depth > DEEP) return false;
  switch (at.type) {
    case "Identifier": {
      const from = onlyValue(at) ?? iterationOf(at)?.list;
      return from != null && isOfInterfaces(from, depth + 1);
    }
    case "MemberExpression":
      return isOfInterfaces(at.object, depth + 1);
    case "LogicalExpression":
      return isOfInterfaces(at.left, depth + 1);
    case "CallExpression":
      return isCallOnInterfaces(at, depth);
    default:
      return false;
  }
}

function isCallOnInterfaces(call: Call, depth: number): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? (nameOf(callee) ?? "") : "";
  const [first] = call.arguments;
  if (/^(?:values|entries)$/.test(name) && callee.type === "MemberExpression" && first)
    return callee.object.type === "Identifier" && callee.object.name === "Object" && isOfInterfaces(first, depth + 1);
  if (callee.type === "MemberExpression" && LISTS.test(name)) return isOfInterfaces(callee.object, depth + 1);
  const value = resolve(callee);
  return value?.kind === "path" && /^os(?:\.default)?\.networkInterfaces$/.test(value.path);
}
