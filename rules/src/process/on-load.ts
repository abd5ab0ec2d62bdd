import { enclosingFunction, nameOf, type FunctionNode, type Node } from "../analysis/ast.ts";
import { fileOf, indexOf, type SourceFile } from "../analysis/source.ts";

/**
 * Whether loading a module may come by a place, by the names in its text alone: a function runs only where something names it
 * that runs. Nothing is resolved, so that most listens need nobody who looks for their callers. Where this says no, no way
 * within the file leads there for certain: see reach.ts.
 */
export function mayRunOnLoad(node: Node): boolean {
  const file = fileOf(node);
  return isReached(enclosingFunction(node), file, new Set());
}

function isReached(fn: FunctionNode | null, file: SourceFile, seen: Set<FunctionNode>): boolean {
  if (!fn) return true;
  if (seen.has(fn)) return false;
  seen.add(fn);
  const { names, around, stays } = namingOf(fn);
  if (!stays && isReached(enclosingFunction(fn), file, seen)) return true;
  return names.some((name) =>
    placesNamed(name, file, around).some((place) => isReached(functionAt(place, file), file, seen)),
  );
}

/** How a function can be spoken of. */
interface Naming {
  names: readonly string[];
  /** What gives it its names, and itself. */
  around: Node;
  /** It goes nowhere else: whoever runs it has to name it. */
  stays: boolean;
}

function namingOf(fn: FunctionNode): Naming {
  if (fn.type === "FunctionDeclaration" && fn.id) return { names: [fn.id.name], around: fn, stays: true };
  let around = fn.parent as Node;
  const names: string[] = [];
  while (around.type === "AssignmentExpression") {
    names.push(around.left.type === "Identifier" ? around.left.name : (nameOf(around.left) ?? ""));
    around = around.parent;
  }
  switch (around.type) {
    case "VariableDeclarator":
      names.push(around.id.type === "Identifier" ? around.id.name : "");
      break;
    case "MethodDefinition":
      // Whatever makes an instance of whatever class.
      if (around.kind === "constructor") return { names: ["new"], around, stays: true };
      names.push(nameOf(around) ?? "");
      break;
    case "PropertyDefinition":
    case "Property":
      names.push(nameOf(around) ?? "");
      break;
    case "ExpressionStatement":
      break;
    default:
      return { names, around, stays: false };
  }
  // An object may be an argument of a call that runs its functions by itself.
  const stays = around.type !== "Property" && names.length > 0 && !names.includes("");
  return { names: names.filter((each) => each !== ""), around, stays };
}

/** Where a name stands outside of a node, comments and text included. */
function placesNamed(name: string, { text }: SourceFile, { range: [start, end] }: Node): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
    if ((at < start || at >= end) && !isWord(text[at - 1]) && !isWord(text[at + name.length])) places.push(at);
  return places;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/.test(character);
}

function functionAt(place: number, file: SourceFile): FunctionNode | null {
  let found: FunctionNode | null = null;
  for (const fn of indexOf(file).returns.keys()) {
    const [start, end] = fn.range;
    if (start <= place && place < end && (!found || found.range[0] < start)) found = fn;
  }
  return found;
}
