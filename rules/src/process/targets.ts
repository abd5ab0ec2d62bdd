import { posix } from "node:path";
import { calleeName, nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { onlyResult } from "../analysis/only-return.ts";
import { elsewhere } from "../analysis/elsewhere.ts";
import { fileOf } from "../analysis/source.ts";
import { handedOver } from "../analysis/handed-over.ts";
import { inSteps, type Next } from "../analysis/in-steps.ts";
import { resolve } from "../analysis/values.ts";
import { valueOf } from "./calls.ts";

/** Where a relative path counts from: the file that it is written in, or the working directory at run time. */
export type From = "file" | "cwd";

/** What a launch runs. */
export type Target =
  /** This file; `program`: the entry of the program (`process.argv[1]`), which is this file unless another one imports it. */
  | { kind: "self"; of: "file" | "program" }
  /** A relative path begins with `./` or `../`; a bare one (of `require.resolve`) names a package. */
  | { kind: "specifier"; text: string; from: From }
  /** The path begins so, and the rest is known at run time only. */
  | { kind: "prefix"; text: string; from: From }
  /** `ends`: what the path ends with, below a directory that is known at run time only. */
  | { kind: "unknown"; ends?: string };

/** A path as far as it is known. `from: null`: nothing says yet where it counts from. */
type Place = Own | Path;
type Own = { self: "file" | "program" };
type Path = { from: From | null; text: string; whole: boolean; bare?: true };

const SELF: Readonly<Record<string, "file" | "program">> = {
  __filename: "file",
  "import.meta.url": "file",
  "import.meta.filename": "file",
  "import.meta.path": "file",
  "import.meta.file": "file",
  "module.filename": "file",
  "process.argv.1": "program",
  "bun.main": "program",
  "deno.mainModule": "program",
  "require.main.filename": "program",
};
const DIRECTORY = /^(?:__dirname|import\.meta\.dir(?:name)?)$/;
/** Give back the path that they are given, in another form. */
const SAME = /^(?:fileURLToPath|pathToFileURL|String|toString|normalize|realpathSync|realpath|fromFileUrl|toFileUrl)$/;
const JOIN = /^(?:resolve|join)$/;

/** What an expression in the place of a file name means. `from` is what a plain relative string counts from there. */
export function targetOf(node: Node | undefined, from: From, filename: string): Target {
  const place = node ? placeOf(node) : null;
  if (!place) {
    const ends = node && endOf(node, 0);
    return { kind: "unknown", ...(ends && { ends }) };
  }
  if ("self" in place) return { kind: "self", of: place.self };
  return targetIn(place, from, filename);
}

/** The same for a word of a command line. */
export function wordTarget(word: string, filename: string): Target {
  return targetIn({ from: null, text: word, whole: true }, "cwd", filename);
}

/** The target of a launch that sets the working directory. */
export function targetBelow(directory: Node, target: Target, filename: string): Target {
  if (
    (target.kind !== "specifier" && target.kind !== "prefix") ||
    target.from === "file" ||
    target.text.startsWith("/")
  )
    return target;
  const base = placeOf(directory);
  if (!base || "self" in base || !base.whole) return { kind: "unknown" };
  const text = posix.join(base.text, target.text);
  return targetIn({ from: base.from, text, whole: target.kind === "specifier" }, "cwd", filename);
}

function targetIn(place: Path, otherwise: From, filename: string): Target {
  const from = place.from ?? otherwise;
  if (/^[a-z][\w+.-]+:/i.test(place.text)) return { kind: "unknown" }; // a URL
  const text = place.bare ? place.text : relative(place.text);
  if (!place.whole) return { kind: "prefix", text, from };
  return !place.bare && isSelf(text, from, filename) ? { kind: "self", of: "file" } : { kind: "specifier", text, from };
}

/** Whether what a launch runs is another file than the one of this name for certain. */
export function runsAnother(target: Target, filename: string): boolean {
  if (target.kind === "unknown") return target.ends !== undefined && !isSelf(target.ends, "cwd", filename);
  return target.kind === "specifier";
}

function relative(text: string): string {
  const path = posix.normalize(text.replaceAll("\\", "/"));
  return path === "." ? "./" : /^(?:\.{0,2}|[A-Za-z]:)\//.test(path) ? path : `./${path}`;
}

/** From the file a path means it when no folder is written; from the working directory when the file's path ends so. */
function isSelf(text: string, from: From, filename: string): boolean {
  const path = withoutExtension(text.replace(/^\.\//, ""));
  const own = withoutExtension(filename.replaceAll("\\", "/"));
  if (from === "file") return path === posix.basename(own);
  return own === path || own.endsWith(`/${path.replace(/^\//, "")}`);
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, "");
}

const placeOf = inSteps<Place | null>(8, null, (node, next) => {
  const at = unwrap(node);
  // What "here" is in another file, it is there.
  if ((at.type === "Identifier" || at.type === "MemberExpression") && elsewhere(at)) return behind(at, next);
  const value = resolve(at);
  if (value?.kind === "path") {
    const self = SELF[value.path];
    if (self) return { self };
    if (DIRECTORY.test(value.path)) return { from: "file", text: ".", whole: true };
    if (value.path === "process.cwd()" || value.path === "deno.cwd()") return { from: "cwd", text: ".", whole: true };
  }
  switch (at.type) {
    case "CallExpression":
    case "NewExpression":
      return ofCall(at, next) ?? behind(at, next);
    case "MemberExpression":
      return ["href", "pathname"].includes(nameOf(at) ?? "") ? next(at.object) : (constant(at) ?? behind(at, next));
    case "TemplateLiteral": {
      const parts: (Node | string)[] = [];
      for (const [i, quasi] of at.quasis.entries()) {
        parts.push(quasi.value.cooked ?? "");
        if (at.expressions[i]) parts.push(at.expressions[i]);
      }
      return chain(
        parts.filter((each) => each !== ""),
        next,
        "text",
      );
    }
    case "BinaryExpression":
      return at.operator === "+" ? chain([at.left as Node, at.right], next, "text") : null;
    case "ConditionalExpression": {
      // `dev ? "worker.ts" : "worker.js"`
      const [yes, no] = [next(at.consequent), next(at.alternate)];
      if (!yes || !no || "self" in yes || "self" in no || yes.from !== no.from || !yes.whole || !no.whole) return null;
      return withoutExtension(yes.text) === withoutExtension(no.text) ? yes : null;
    }
    case "Identifier": {
      const made = valueOf(at);
      return made === at ? (constant(at) ?? behind(at, next)) : next(made);
    }
    default:
      return constant(at);
  }
});

/** The last part of `path.join(directory, "worker.js")`, where it is constant. */
function endOf(node: Node, depth: number): string | null {
  const at = valueOf(node);
  if (depth > 8) return null;
  if (at.type === "CallExpression" && JOIN.test(nameOfCall(at))) {
    const last = at.arguments.at(-1);
    const known = last && last.type !== "SpreadElement" ? evaluate(last) : null;
    return typeof known?.value === "string" ? posix.normalize(known.value).replace(/^(?:\.{0,2}\/)+/, "") : null;
  }
  const result = at.type === "CallExpression" && at.arguments.length === 0 ? onlyResult(unwrap(at.callee)) : null;
  const there = result ?? elsewhere(at) ?? handedOver(at);
  return there && endOf(there, depth + 1);
}

function nameOfCall(call: Call): string {
  const name = calleeName(call);
  return name.type === "Identifier" ? name.name : "";
}

/** What another module has under this name, what a function without arguments gives back, or what a parameter or field is given. */
function behind(node: Node, next: Next<Place | null>): Place | null {
  const result = node.type === "CallExpression" && node.arguments.length === 0 ? onlyResult(unwrap(node.callee)) : null;
  const there = result ?? elsewhere(node) ?? handedOver(node);
  const place = there && next(there);
  if (!place || fileOf(there) === fileOf(node)) return place;
  // What counts from another file is written in full; which file asks is all that "here" means.
  const { path } = fileOf(there);
  if (path === undefined) return null;
  if ("self" in place) return place.self === "file" ? { from: null, text: path, whole: true } : place;
  if (place.bare) return null;
  return place.from === "file" && !posix.isAbsolute(place.text)
    ? { ...place, from: null, text: posix.join(posix.dirname(path.replaceAll("\\", "/")), place.text) }
    : place;
}

function constant(node: Node): Place | null {
  const known = evaluate(node);
  return typeof known?.value === "string" ? { from: null, text: known.value, whole: true } : null;
}

function ofCall(call: Call, next: Next<Place | null>): Place | null {
  const name = calleeName(call);
  const callee = unwrap(call.callee);
  const args = call.arguments.filter((each) => each.type !== "SpreadElement") as Node[];
  if (name.type !== "Identifier" || args.length < call.arguments.length) return null;
  const receiver = callee.type === "MemberExpression" ? callee.object : null;
  if (args.length === 0) return receiver && SAME.test(name.name) ? next(receiver) : null;
  const first = next(args[0]!);
  if (name.name === "URL" && args[1]) {
    if (!first || "self" in first) return first;
    const base = next(args[1]);
    return base && "self" in base ? { ...first, from: "file" } : null;
  }
  if (name.name === "URL" || SAME.test(name.name)) return first;
  if (name.name === "dirname") return first && "self" in first ? { from: "file", text: ".", whole: true } : null;
  if (name.name === "resolve" && isModuleResolve(receiver)) return resolved(first);
  return JOIN.test(name.name) ? chain(args, next, "path") : null;
}

/** `require.resolve`, `import.meta.resolve`, `createRequire(…).resolve`. */
function isModuleResolve(receiver: Node | null): boolean {
  const value = receiver && resolve(receiver);
  return value?.kind === "path" && /^(?:require|import\.meta|module\.createRequire\(\))$/.test(value.path);
}

function resolved(first: Place | null): Place | null {
  if (!first || "self" in first) return first;
  return { ...first, from: "file", ...(!/^\.{0,2}\//.test(first.text) && { bare: true as const }) };
}

/** Parts of a text, or of a path, put behind each other: what is known before the first unknown one. */
function chain(parts: readonly (Node | string)[], next: Next<Place | null>, what: "text" | "path"): Place | null {
  const put = (a: string, b: string) => (what === "text" ? a + b : posix.join(a, b));
  const [first, ...rest] = parts.map((each): Place | null =>
    typeof each === "string" ? { from: null, text: each, whole: true } : next(each),
  );
  if (!first) return null;
  // `join(import.meta.filename, "..", "worker.js")`; the join of desm and its like takes the file for its folder.
  const up = rest[0] && "text" in rest[0] && /^\.\.(?:\/|$)/.test(rest[0].text);
  let sum: Path = "self" in first ? { from: "file", text: up ? "./_" : ".", whole: true } : first;
  for (const place of rest) {
    if (!sum.whole) return sum;
    if (!place || "self" in place) return { ...sum, text: put(sum.text, what === "text" ? "" : "/"), whole: false };
    sum = { ...sum, text: put(sum.text, place.text), whole: place.whole };
  }
  return sum;
}
