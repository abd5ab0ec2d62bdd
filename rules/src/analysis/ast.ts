import type { TSESTree } from "@typescript-eslint/types";

/** Any ESTree or TSESTree node, with `parent` set. */
export type Node = TSESTree.Node;
export type Call = TSESTree.CallExpression | TSESTree.NewExpression;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Half-open range of UTF-16 code units in the text (which has no byte order mark). */
export type Range = readonly [start: number, end: number];

/**
 * The expression itself, without casts, non-null marks, optional-chain wrappers and comma prefixes such as `(0, f)`.
 */
export function unwrap(node: Node): Node {
  for (;;) {
    switch (node.type as string) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ChainExpression":
      case "ParenthesizedExpression":
        node = (node as unknown as { expression: Node }).expression;
        break;
      case "SequenceExpression":
        node = (node as TSESTree.SequenceExpression).expressions.at(-1) as Node;
        break;
      default:
        return node;
    }
  }
}

/** What an expression waits for: `await x`, and `yield x` in a generator that is handed to a call, as compilers write it. */
export function awaited(node: Node): Node | null {
  if (node.type === "AwaitExpression") return node.argument;
  if (node.type !== "YieldExpression" || node.delegate) return null;
  return enclosingFunction(node)?.parent.type === "CallExpression" ? node.argument : null;
}

/** The name that a member access, property, method or field is written with; null when it is computed at run time. */
export function nameOf(node: Node): string | null {
  const member = node as { computed?: boolean; property?: Node; key?: Node };
  const key = node.type === "MemberExpression" ? member.property : member.key;
  if (!key) return null;
  if (!member.computed) {
    if (key.type === "Identifier") return key.name;
    if (key.type === "PrivateIdentifier") return `#${key.name}`;
  }
  if (key.type === "Literal") return String(key.value);
  if (key.type === "TemplateLiteral" && key.quasis.length === 1) return key.quasis[0]?.value.cooked ?? null;
  return null;
}

/** The last name of an expression: `port` in `port` and in `this.config.port`; null for what is neither a name nor a member. */
export function lastNameOf(node: Node): string | null {
  const at = unwrap(node);
  return at.type === "Identifier" ? at.name : nameOf(at);
}

export function isLoop(node: Node): boolean {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression"
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === "ClassDeclaration" || node?.type === "ClassExpression";
}

/** The ancestors, nearest first. */
export function* ancestors(node: Node): Generator<Node> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

export function enclosingFunction(node: Node): FunctionNode | null {
  for (const at of ancestors(node)) if (isFunction(at)) return at;
  return null;
}

/** Whether a node stands in another, or is that one. Nodes of two files never do, whatever their ranges. */
export function contains(outer: Node, inner: Node): boolean {
  if (outer.range[0] > inner.range[0] || inner.range[1] > outer.range[1]) return false;
  let at: Node | undefined = inner;
  while (at && at !== outer) at = at.parent;
  return at === outer;
}

/** The name node of what is called: `listen` in `a.b.listen()`, `serve` in `serve()`. */
export function calleeName(call: Call): Node {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" ? callee.property : callee;
}

/** The text of a string literal, or of a template without expressions. */
export function stringOf(node: Node | null | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** The words of an identifier: `httpPort` and `HTTP_PORT` are `http`, `port`. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ")
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
