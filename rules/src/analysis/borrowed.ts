import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Call, type Node } from "./ast.ts";

/** A method that is called on an object which it is given: `net.Server.prototype.listen.call(server, 3000)`. */
export interface Borrowed {
  method: TSESTree.MemberExpression;
  receiver: Node;
  /** What the method itself is given; null where that is an array from elsewhere, such as `arguments`. */
  given: readonly TSESTree.CallExpressionArgument[] | null;
}

/** What `.call()` or `.apply()` calls; null for other calls, and where the object is not to be seen. */
export function borrowed(call: Call): Borrowed | null {
  const callee = unwrap(call.callee);
  if (call.type !== "CallExpression" || callee.type !== "MemberExpression") return null;
  const by = nameOf(callee);
  if (by !== "call" && by !== "apply") return null;
  const method = unwrap(callee.object);
  const [receiver, ...others] = call.arguments;
  if (method.type !== "MemberExpression" || !receiver || receiver.type === "SpreadElement") return null;
  if (by === "call") return { method, receiver, given: others };
  const [list] = others;
  const array = list ? unwrap(list as Node) : null;
  const given = array === null ? [] : array.type === "ArrayExpression" ? array.elements : null;
  return { method, receiver, given: given?.every((each) => each !== null) ? given : null };
}

/** What a method or function is given by a call, also by `.call()` and `.apply()`. */
export function givenBy(call: Call): readonly TSESTree.CallExpressionArgument[] {
  return borrowed(call)?.given ?? call.arguments;
}
