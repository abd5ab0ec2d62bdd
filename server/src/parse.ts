import { parse, type ParserOptions } from "@babel/parser";
import { analyze } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { visitorKeys } from "@typescript-eslint/visitor-keys";
import type { SourceFile } from "../../rules/src/sockets/source.ts";

/** A comment as ESLint's directive parsing wants it. */
export interface Comment {
  type: "Block" | "Line";
  value: string;
  range: [number, number];
  loc: TSESTree.SourceLocation;
}

export interface ParsedFile extends SourceFile {
  comments: readonly Comment[];
  /** Offsets at which lines start. */
  lineStarts: readonly number[];
}

/** A file that is no JavaScript or TypeScript; line and column count from 1. */
export class ParseError extends Error {
  constructor(message: string, readonly line: number, readonly column: number) {
    super(message);
    this.name = "ParseError";
  }
}

/**
 * Parses JavaScript or TypeScript, told apart by the file's name.
 * The tree is typescript-estree's, with `parent` on every node. Ranges count in the text without its byte order mark.
 * @throws ParseError
 */
export function parseFile(source: string, filename: string): ParsedFile {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const { program, comments, sourceType } = parseProgram(text, filename);
  setParents(program);
  const ast = Object.assign(program, { sourceType }) as unknown as TSESTree.Program;
  const scopeManager = analyze(ast, { sourceType, lib: [], emitDecoratorMetadata: false, globalReturn: sourceType !== "module", ...(/x$/.test(filename) && { jsxPragma: null }) });
  return { text, ast, scopeManager, visitorKeys: visitorKeys as SourceFile["visitorKeys"], comments, lineStarts: lineStartsOf(text) };
}

interface Parsed {
  program: Record<string, unknown> & { type: string };
  comments: Comment[];
  sourceType: "module" | "script";
}

function parseProgram(text: string, filename: string): Parsed {
  const extension = /\.([cm]?[jt]sx?)$/.exec(filename)?.[1] ?? "js";
  const typescript = extension.includes("t");
  const options: ParserOptions = {
    plugins: [
      "estree",
      "decorators-legacy",
      ...(typescript ? ([["typescript", { dts: /\.d\.\w*ts$/.test(filename) }]] as const) : []),
      ...(!typescript || extension === "tsx" ? (["jsx"] as const) : []),
    ] as NonNullable<ParserOptions["plugins"]>,
    attachComment: false,
    errorRecovery: true,
    ranges: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    createImportExpressions: true,
  };
  const isModule = /^[ \t]*(?:import|export)\b/m.test(text) || /\bimport\.meta\b/.test(text) || extension.startsWith("m") || typescript;
  let problem: unknown;
  for (const sourceType of isModule ? (["module", "script"] as const) : (["script", "module"] as const)) {
    try {
      const file = parse(text, { ...options, sourceType }) as unknown as { program: Parsed["program"]; comments: (Omit<Comment, "type"> & { type: string; start: number; end: number })[] };
      const comments = file.comments.map((each) => ({ type: each.type === "CommentBlock" ? ("Block" as const) : ("Line" as const), value: each.value, range: [each.start, each.end] as [number, number], loc: each.loc }));
      return { program: file.program, comments, sourceType };
    } catch (error) {
      problem ??= error;
    }
  }
  const { message, loc } = problem as { message: string; loc?: { line: number; column: number } };
  throw new ParseError(message.replace(/ \(\d+:\d+\)$/, ""), loc?.line ?? 1, (loc?.column ?? 0) + 1);
}

const DECORATED = new Set(["Identifier", "ObjectPattern", "ArrayPattern", "AssignmentPattern", "RestElement", "ClassDeclaration", "ClassExpression", "MethodDefinition", "PropertyDefinition", "AccessorProperty"]);

function isClassNode({ type }: { type: string }): boolean {
  return type === "ClassDeclaration" || type === "ClassExpression";
}

function setParents(root: object): void {
  const stack: object[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    // typescript-estree has an empty list here, and the scope manager counts on it.
    if (DECORATED.has((node as { type: string }).type)) (node as { decorators?: unknown[] }).decorators ??= [];
    if (isClassNode(node as { type: string })) (node as { implements?: unknown[] }).implements ??= [];
    const keys = (visitorKeys as Record<string, readonly string[] | undefined>)[(node as { type: string }).type] ?? [];
    for (const key of keys) {
      const child = (node as Record<string, unknown>)[key];
      for (const each of Array.isArray(child) ? child : [child]) {
        if (!each || typeof (each as { type?: unknown }).type !== "string") continue;
        (each as { parent: object }).parent = node;
        stack.push(each as object);
      }
    }
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line and column, both from 1, of an offset. */
export function positionAt(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] as number) + 1 };
}
