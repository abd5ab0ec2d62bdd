/** Whether a file says in its first comments that it is written with Flow's types. */
export function isFlow(text: string): boolean {
  const [comments = ""] = /^(?:#!.*)?(?:\s+|\/\/.*|\/\*[^]*?\*\/)*/.exec(text.slice(0, 5000)) ?? [];
  return /@flow\b/.test(comments);
}

type Tree = Record<string, unknown> & { type?: unknown };

const TYPES = [
  "typeAnnotation",
  "returnType",
  "typeParameters",
  "typeArguments",
  "superTypeParameters",
  "superTypeArguments",
  "predicate",
  "variance",
  "implements",
  "mixins",
];

/** Takes Flow's types out of a tree, as running the code does: what is left is plain JavaScript. */
export function withoutTypes<Root extends object>(root: Root): Root {
  const open: Tree[] = [root as unknown as Tree];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const name of TYPES) delete node[name];
    for (const [name, child] of Object.entries(node)) {
      if (Array.isArray(child)) node[name] = child.filter((each) => !isTypeOnly(each)).map(withoutCast);
      else if (isNode(child)) node[name] = withoutCast(child);
      for (const each of [node[name]].flat()) if (isNode(each)) open.push(each);
    }
  }
  return root;
}

function isNode(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && typeof (value as Tree).type === "string";
}

/** `(value: any)` is the value. */
function withoutCast(value: unknown): unknown {
  let at = value;
  while (isNode(at) && /^(?:TypeCast|As|AsConst)Expression$/.test(at.type as string)) at = at["expression"];
  return at;
}

function isTypeOnly(value: unknown): boolean {
  if (!isNode(value)) return false;
  const kind = value["importKind"] ?? value["exportKind"];
  return (
    /^(?:Declare|TypeAlias$|OpaqueType$|InterfaceDeclaration$)/.test(value.type as string) ||
    kind === "type" ||
    kind === "typeof"
  );
}
