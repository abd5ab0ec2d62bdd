import { parse, type ParserOptions } from "@babel/parser";
import { analyze } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { visitorKeys } from "@typescript-eslint/visitor-keys";
import { isClass, type Node } from "../analysis/ast.ts";
import { registered, walk, type SourceFile } from "../analysis/source.ts";
import { isTooLarge, MOST_WORDS } from "./size.ts";
import { isFlow, withoutTypes } from "./flow.ts";

/** A comment as ESLint's directive parsing wants it. */
export interface Comment {
  type: "Block" | "Line";
  value: string;
  range: [number, number];
}

export interface ParsedFile extends SourceFile {
  comments: readonly Comment[];
  /** Offsets at which lines start. */
  lineStarts: readonly number[];
}

// Babel's nodes get a `range` that their class computes when somebody asks, from `start` and `end`: pairs of their own would be a good part
// of a tree's memory, and for most nodes nobody asks. It has to be there before the first text is parsed: where the parser copies a node,
// it would copy that there is none.
Object.defineProperty(Object.getPrototypeOf(parse("").program), "range", {
  get(this: { start: number; end: number }) {
    return [this.start, this.end];
  },
  set() {},
});

/** A file that is not JavaScript or TypeScript; `offset` is where the parser gave up, in the text without its byte order mark. */
export class ParseError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = "ParseError";
  }
}

/**
 * Parses JavaScript or TypeScript, told apart by the file's name.
 * The tree is typescript-estree's, with `parent` on every node and without `loc`: nothing needs lines of all nodes.
 * Ranges count in the text without its byte order mark.
 * @throws ParseError
 */
export function parseFile(source: string, filename: string): ParsedFile {
  try {
    return parsed(source, filename);
  } catch (error) {
    // Parser, walk and scope manager call themselves for what is nested, and at some depth the stack is full.
    if (error instanceof RangeError)
      throw new ParseError(
        /call stack/.test(error.message) ? "the code is nested too deep to be parsed" : error.message,
        0,
      );
    throw error;
  }
}

function parsed(source: string, filename: string): ParsedFile {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  if (isTooLarge(text))
    throw new ParseError(
      `the code is too large to be checked, it has more than ${MOST_WORDS.toLocaleString("en")} words and signs`,
      0,
    );
  const { program, comments, sourceType, recovered } = parseProgram(text, filename);
  let known: readonly Comment[] | undefined;
  let starts: readonly number[] | undefined;
  const ast = Object.assign(program, { sourceType }) as unknown as TSESTree.Program;
  const keys = visitorKeys as SourceFile["visitorKeys"];
  const { walked, scopeManager } = wholeOr(recovered, () => ({
    walked: walk(ast, keys, complete),
    scopeManager: analyze(ast, {
      sourceType,
      lib: [],
      emitDecoratorMetadata: false,
      globalReturn: sourceType !== "module",
      ...(/x$/.test(filename) && { jsxPragma: null }),
    }),
  }));
  return registered({
    text,
    ast,
    scopeManager,
    visitorKeys: keys,
    walk: walked,
    // Of most files nobody asks for these: those that are parsed for another one, and those without findings.
    get comments() {
      return (known ??= comments.map(commentOf));
    },
    get lineStarts() {
      return (starts ??= lineStartsOf(text));
    },
  });
}

/** As Babel has them. */
interface BabelComment {
  type: string;
  value: string;
  start: number;
  end: number;
}

function commentOf({ type, value, start, end }: BabelComment): Comment {
  return { type: type === "CommentBlock" ? "Block" : "Line", value, range: [start, end] };
}

/** What is made of a tree. Where the parser went on behind an error it may have a hole: then that error is what is wrong. */
function wholeOr<T>(recovered: Recovered | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (recovered && !(error instanceof RangeError)) throw parseErrorOf(recovered);
    throw error;
  }
}

interface Parsed {
  program: Record<string, unknown> & { type: string };
  /** The first error that was no reason to give up. */
  recovered: Recovered | undefined;
  comments: readonly BabelComment[];
  sourceType: "module" | "script";
}

function parseProgram(text: string, filename: string): Parsed {
  const extension = /\.([cm]?[jt]sx?)$/.exec(filename)?.[1] ?? "js";
  const typescript = extension.includes("t");
  const flow = !typescript && isFlow(text);
  const options: ParserOptions = {
    plugins: [
      "estree",
      "decorators-legacy",
      "decoratorAutoAccessors",
      ...(typescript ? ([["typescript", { dts: /\.d\.\w*ts$/.test(filename) }]] as const) : []),
      ...(flow ? ([["flow", { all: true }]] as const) : []),
      ...(!typescript || extension === "tsx" ? (["jsx"] as const) : []),
    ] as NonNullable<ParserOptions["plugins"]>,
    attachComment: false,
    errorRecovery: true,
    locations: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    createImportExpressions: true,
  };
  // A wrong guess costs a second parse: minified code has these words after a semicolon or a brace.
  const isModule =
    /(?:^|[;}])[ \t]*(?:import|export)\b/m.test(text) ||
    /\bimport\.meta\b/.test(text) ||
    extension.startsWith("m") ||
    typescript;
  let problem: unknown;
  for (const sourceType of isModule ? (["module", "script"] as const) : (["script", "module"] as const)) {
    try {
      const file = parse(text, { ...options, sourceType }) as unknown as {
        program: Parsed["program"];
        comments: BabelComment[];
        errors: Recovered[];
      };
      const error = file.errors.find((each) => !leavesTreeWhole(each));
      if (error) throw new SyntaxError(error.message, { cause: error });
      return {
        program: flow ? withoutTypes(file.program) : file.program,
        comments: file.comments,
        sourceType,
        recovered: file.errors[0],
      };
    } catch (error) {
      if (error instanceof RangeError) throw error;
      problem ??= error;
    }
  }
  throw parseErrorOf(((problem as Error).cause ?? problem) as Recovered);
}

function parseErrorOf({ message, pos }: Recovered): ParseError {
  return new ParseError(message.replace(/ \(\d+:\d+\)$/, ""), pos ?? 0);
}

/** An error that the parser went on behind. */
interface Recovered {
  reasonCode?: string;
  /** The language whose grammar found it. */
  syntaxPlugin?: string;
  message: string;
  pos?: number;
}

/** What is wrong is a rule about names, modes or places. After other errors a tree may have holes: `f(,)`, `(import.meta) => 1`. */
const WHOLE =
  /^Strict|^Duplicate|^Illegal|^Await|Redeclaration$|RegExpFlags$|OutsideModule$|^(?:UnexpectedReservedWord|ModuleExportUndefined|ParamDupe|InvalidPrivateFieldResolution|DeletePrivateField|UnexpectedSuper|SuperNotAllowed|UnexpectedNewTarget)$/;

function leavesTreeWhole({ reasonCode = "", syntaxPlugin }: Recovered): boolean {
  return syntaxPlugin === "typescript" || WHOLE.test(reasonCode);
}

const DECORATED = new Set([
  "Identifier",
  "ObjectPattern",
  "ArrayPattern",
  "AssignmentPattern",
  "RestElement",
  "ClassDeclaration",
  "ClassExpression",
  "MethodDefinition",
  "PropertyDefinition",
  "AccessorProperty",
]);

/** The same for all nodes that have none. */
const NONE: never[] = [];

/** Babel leaves out what typescript-estree always has: parents, and the empty lists that the scope manager counts on. */
function complete(node: Node, parent: Node | null): void {
  const open = node as { parent: Node | null; decorators?: unknown[]; implements?: unknown[] };
  open.parent = parent;
  if (!DECORATED.has(node.type)) return;
  open.decorators ??= NONE;
  if (isClass(node)) open.implements ??= NONE;
}

/** Offsets at which lines start. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}
