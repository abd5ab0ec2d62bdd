import type { TSESTree } from "@typescript-eslint/types";
import { contains, nameOf, unwrap, type Call, type FunctionNode, type Node } from "../../analysis/ast.ts";
import { evaluate } from "../../analysis/constants.ts";
import { fileOf, indexOf, type SourceFile } from "../../analysis/source.ts";
import { resolve } from "../../analysis/values.ts";
import { variableOf, writesOf } from "../../analysis/variables.ts";
import type { FileSites, RawSite } from "../site.ts";
import { assignedTo } from "../../analysis/fields.ts";
import { functionOf } from "../../analysis/calls.ts";
import { identities } from "../../analysis/identities.ts";
import { thisHost } from "../../analysis/classes.ts";

/** The C function that a call through a foreign function interface calls; null for any other call. */
export function cFunction(call: Call): string | null {
  if (call.type !== "CallExpression") return null;
  const value = resolve(call.callee);
  return value?.kind === "c" ? value.name : null;
}

/** What an argument is as a descriptor; null where it was not made by exactly one `socket()` of this file. */
export function descriptorOf(node: Node): Pick<RawSite, "fd" | "socket" | "stream" | "handedOver"> | null {
  const file = fileOf(node);
  const fd = identities(node)[0];
  if (!fd) return null;
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const host = at.type === "MemberExpression" && unwrap(at.object).type === "ThisExpression" ? thisHost(at) : null;
  const written = variable
    ? (writesOf(variable) ?? []).map((each) => each.node)
    : host
      ? assignedTo(host, nameOf(at) ?? "")
      : [];
  const sockets = written.flatMap((each) => socketCall(each) ?? []);
  const made = sockets[0];
  if (!made || sockets.length !== 1 || written.length > 2) return null;
  return {
    fd,
    socket: made.socket,
    stream: isStream(made.socket.arguments[1] as Node | undefined),
    handedOver: made.handedOver || isHandedOver(file, fd),
  };
}

/** `socket(…)`, also inside a call that hands its result on. Of a function of this file we see what it does with the descriptor; others may set options. */
function socketCall(node: Node): { socket: TSESTree.CallExpression; handedOver: boolean } | null {
  const at = unwrap(node);
  if (at.type !== "CallExpression") return null;
  if (cFunction(at) === "socket") return { socket: at, handedOver: false };
  if (cFunction(at) !== null) return null;
  const i = at.arguments.findIndex((each) => each.type === "CallExpression" && cFunction(each) === "socket");
  if (i === -1) return null;
  const fn = functionOf(at.callee);
  return {
    socket: at.arguments[i] as TSESTree.CallExpression,
    handedOver: fn ? usesDescriptor(fn, i) : !checksResults(at),
  };
}

/** A function from elsewhere that also takes what bind() or listen() return: it looks at results, not at descriptors. */
function checksResults(call: TSESTree.CallExpression): boolean {
  const file = fileOf(call);
  const name = file.text.slice(call.callee.range[0], call.callee.range[1]);
  return indexOf(file).calls.some(
    (each) =>
      file.text.slice(each.callee.range[0], each.callee.range[1]) === name &&
      each.arguments.some(
        (argument) =>
          argument.type === "CallExpression" &&
          /^(?:bind|listen|connect|setsockopt|close)$/.test(cFunction(argument) ?? ""),
      ),
  );
}

/** Whether a function calls anything with this parameter. */
function usesDescriptor(fn: FunctionNode, parameter: number): boolean {
  const file = fileOf(fn);
  const name = fn.params[parameter];
  const variable = name?.type === "Identifier" ? variableOf(name) : undefined;
  return (
    variable === undefined ||
    indexOf(file).calls.some(
      (call) =>
        contains(fn, call) &&
        call.arguments.some((each) => each.type === "Identifier" && variableOf(each) === variable),
    )
  );
}

/** SOCK_STREAM is 1 below the flag bits; null when the type is unknown. */
function isStream(node: Node | undefined): boolean | null {
  if (!node) return null;
  const file = fileOf(node);
  const known = evaluate(node);
  if (typeof known?.value === "number") return (known.value & 0xf) === 1;
  const names = file.text.slice(node.range[0], node.range[1]);
  return /SOCK_STREAM/.test(names) ? true : /SOCK_DGRAM/.test(names) ? false : null;
}

function isHandedOver(file: SourceFile, fd: object): boolean {
  return indexOf(file).calls.some((call) => {
    if (cFunction(call) !== null) return false;
    const value = resolve(call.callee);
    if (value?.kind === "path" && /^(?:console\.|net\.Socket|Number|String)/.test(value.path)) return false;
    return call.arguments.some(
      (each) => (each.type === "Identifier" || each.type === "MemberExpression") && identities(each)[0] === fd,
    );
  });
}

/** The calls on one descriptor, in source order. */
export function callsOn(fd: object, { sites }: FileSites): readonly RawSite[] {
  return sites.filter((each): each is RawSite => each.kind === "raw" && each.fd === fd);
}
