import { areNamesakes, areRelated } from "../catalogue/index.ts";
import type { Entry } from "../catalogue/types.ts";
import type { Node } from "./ast.ts";
import type { SourceFile } from "./source.ts";

/** What an expression is, as far as the code shows. */
export type Value =
  /**
   * A module or something that it exports: `net`, `net.createServer`, `process.platform`. Calls of unknown exports end
   * in `()`. `file`: a module of the project. `node`: what an export of one stands for, where that is not a value of
   * another kind: a constant, an expression that nobody can follow further.
   */
  | { kind: "path"; path: string; module: string; file?: SourceFile; node?: Node }
  /** An object of a catalogue type. `origins` are the expressions that made it, outermost first: its identity. */
  | { kind: "instance"; type: string; origins: readonly Node[] }
  /** A method of such an object, taken out of it. */
  | { kind: "method"; type: string; name: string; entry: Entry; receiver: Value & { kind: "instance" } }
  /** A function of the C library. */
  | { kind: "c"; name: string }
  /** A function, class or object literal of this project. */
  | { kind: "local"; node: Node }
  /** An instance of a class of this project that extends nothing known. */
  | { kind: "object"; cls: Node; origin: Node };

export type Path = Value & { kind: "path" };
export type Instance = Value & { kind: "instance" };

/** Whether two values may be taken for one: the same export, related types, one function or object. */
export function sameKind(a: Value, b: Value): boolean {
  if (a.kind === "path" && b.kind === "path") return a.path === b.path || areNamesakes(a.path, b.path);
  if (a.kind === "instance" && b.kind === "instance") return areRelated(a.type, b.type);
  if (a.kind === "local" && b.kind === "local") return a.node === b.node;
  return a.kind === "c" && b.kind === "c" && a.name === b.name;
}
