import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node, type Range } from "../analysis/ast.ts";
import type { Operation, Slot } from "../catalogue/types.ts";
import type { Edit } from "../rule.ts";
import type { CallSite } from "../sockets/site.ts";
import type { SourceFile } from "../analysis/source.ts";
import {
  argumentsOf,
  breaks,
  indentAt,
  indentUnit,
  insert,
  newlineOf,
  type Argument,
  type Arguments,
} from "./layout.ts";
import type { EditOptions } from "./literals.ts";
import { propertyText } from "./objects.ts";
import { kindOf, mayBePath } from "./positional.ts";
import { hasComment, tokens } from "./tokens.ts";
import { refusalOf, withTypings } from "./typings.ts";

interface Named {
  name: string;
  argument: Argument;
}

/** Turns the positional form of a call into the form with options, and states an option there. */
export function setArgumentOption(
  file: SourceFile,
  site: CallSite,
  name: string,
  value: string,
  options: EditOptions,
): Edit[] | null {
  const { operation, call } = site;
  const list = argumentsOf(file.text, call as TSESTree.CallExpression);
  const form = optionsForm(operation);
  if (!list && form?.[0] === "options" && call.type === "NewExpression" && site.op !== "listen")
    return [insert(call.range[1], `({ ${propertyText(name, value)} })`)];
  if (
    !list ||
    !form ||
    (operation.within && operation.within.length > 0) ||
    call.arguments.some((each) => each.type === "SpreadElement")
  )
    return null;
  const at = form.indexOf("options");
  if (at > 0 || list.list.length === 0 || isCallbackAlone(file, list))
    return insertSettings(file, site, form, list, at, name, value);
  const property = propertyText(name, value);
  const typed = (argument: Range, edits: readonly Edit[]) =>
    withTypings(file, call, argument, edits, options.typescript ? refusalOf(file, site, true) : "none");
  const branch = branchWithPort(file, site, list);
  if (branch) {
    const port = propertyText(operation.spelled?.port ?? "port", file.text.slice(...branch.range));
    return typed(branch.range, [{ range: branch.range, text: `{ ${port}, ${property} }` }]);
  }
  const stray = strayOption(file, list, name);
  if (stray) {
    const named = read(file, site, { ...list, list: list.list.filter((each) => each !== stray) });
    const port = named?.length === 1 ? named[0]! : null;
    if (!port || hasComment(file.text, port.argument.core[1], stray.core[0])) return null;
    const range: Range = [port.argument.core[0], stray.core[1]];
    const text = `{ ${propertyText(port.name, file.text.slice(...port.argument.core))}, ${property} }`;
    return typed(range, [{ range, text }]);
  }
  const named = read(file, site, list);
  if (!named) return null;
  const { range, edits } = enclose(file, list, named, property);
  return typed(range, edits);
}

/** The port of `listen(activated ? { fd: 3 } : 8080)`. */
function branchWithPort(file: SourceFile, { endpoint }: CallSite, { list }: Arguments): Node | null {
  const first = unwrap(list[0]!.node);
  if (
    first.type !== "ConditionalExpression" ||
    endpoint.kind !== "port" ||
    !endpoint.node ||
    !list.slice(1).every((each) => kindOf(file, each.node) === "function")
  )
    return null;
  const other =
    endpoint.node === first.consequent ? first.alternate : endpoint.node === first.alternate ? first.consequent : null;
  return other && unwrap(other).type === "ObjectExpression" ? endpoint.node : null;
}

/** An object behind the port, where the call reads none, that holds nothing but this option. */
function strayOption(file: SourceFile, { list }: Arguments, name: string): Argument | null {
  const object = list[1] && unwrap(list[1].node);
  if (object?.type !== "ObjectExpression" || object.properties.length !== 1 || hasComment(file.text, ...list[1]!.core))
    return null;
  const only = object.properties[0]!;
  return only.type === "Property" && nameOf(only) === name ? list[1]! : null;
}

/** The form with options; where a URL may stand before them, that one. */
function optionsForm({ forms }: Operation): readonly Slot[] | undefined {
  const behind = forms.some((each) => each[0] === "port")
    ? undefined
    : forms.find((each) => each.indexOf("options") === 1);
  return behind ?? forms.find((each) => each.includes("options"));
}

/** `serve(handler)`, whose options come before the handler. */
function isCallbackAlone(file: SourceFile, { list }: Arguments): boolean {
  return list.length === 1 && kindOf(file, list[0]!.node) === "function";
}

/** An options object of its own, before the callback if there is one. */
function insertSettings(
  file: SourceFile,
  site: CallSite,
  form: readonly Slot[],
  list: Arguments,
  at: number,
  name: string,
  value: string,
): Edit[] | null {
  if (site.op === "listen" && site.operation.defaultPort === undefined) return null;
  if (list.list.length < at || list.list.length > at + 1) return null;
  const next = list.list[at];
  const added = `{ ${propertyText(name, value)} }`;
  if (next)
    return form[at + 1] === "callback" && kindOf(file, next.node) === "function"
      ? [insert(next.core[0], `${added}, `)]
      : null;
  const last = list.list.at(-1);
  return [insert(last ? last.core[1] : list.inner[0], last ? `, ${added}` : added)];
}

/** What the leading arguments are called among the options; null when one of them may be several things. */
function read(file: SourceFile, site: CallSite, list: Arguments): Named[] | null {
  const { operation } = site;
  const spelled = operation.spelled ?? {};
  const [first, ...rest] = list.list as [Argument, ...Argument[]];
  if (operation.op === "create" && operation.transport === "udp") {
    const typed = kindOf(file, first.node) === "string" && rest.every((each) => kindOf(file, each.node) === "function");
    return typed ? [{ name: "type", argument: first }] : null;
  }
  const form = operation.forms.find((each) => each[0] === "port");
  if (!form || list.list.length > form.length || !isPort(file, site, first)) return null;
  const named: Named[] = [{ name: spelled.port ?? "port", argument: first }];
  const takesBacklog = form.includes("backlog");
  for (const [i, argument] of rest.entries()) {
    const kind = kindOf(file, argument.node);
    if (kind === "function") return i === rest.length - 1 && form.includes("callback") ? named : null;
    const last = named.at(-1)!.name;
    if (i === 0 && form[1] === "host" && (kind === "string" || kind === "nothing"))
      named.push({ name: spelled.host ?? "host", argument });
    else if (takesBacklog && last !== "backlog" && (kind === "number" || (kind === "nothing" && i === 1)))
      named.push({ name: "backlog", argument });
    // What nobody reads stays where it is, unless it looks like options.
    else if (i > 0 && i === rest.length - 1 && takesBacklog && unwrap(argument.node).type !== "ObjectExpression")
      return named;
    else return null;
  }
  return named;
}

function isPort(file: SourceFile, site: CallSite, argument: Argument): boolean {
  const { endpoint } = site;
  if (mayBeOptions(argument.node) || mayBePath(file, argument.node)) return false;
  return (endpoint.kind === "port" || endpoint.kind === "ephemeral") && endpoint.node === argument.node;
}

/** An object stands there, or behind an operator: `given ?? { port: 80 }`. */
function mayBeOptions(node: Node): boolean {
  const at = unwrap(node);
  if (at.type === "LogicalExpression") return mayBeOptions(at.left) || mayBeOptions(at.right);
  return at.type === "ObjectExpression";
}

/** Puts braces around the leading arguments. All edits lie in `range`, where the options object then stands. */
function enclose(
  { text }: SourceFile,
  list: Arguments,
  named: readonly Named[],
  property: string,
): { range: Range; edits: Edit[] } {
  const first = named[0]!.argument;
  const last = named.at(-1)!.argument;
  const behind = tokens(text, last.core[1], last.cell[1]);
  const end =
    behind.some((each) => each.comment === "line") || breaks(text, last.core[1], last.cell[1])
      ? last.core[1]
      : (behind.at(-1)?.range[1] ?? last.core[1]);
  if (named.slice(1).some((each, i) => breaks(text, named[i]!.argument.core[1], each.argument.core[0]))) {
    const range: Range = [first.core[0], last.core[1]];
    return { range, edits: [{ range, text: onLines(text, list, named, property) }] };
  }
  const keys = named.map(({ name, argument }, i) => {
    const key = text.slice(...argument.core) === name ? "" : `${name}: `;
    return insert(argument.core[0], i === 0 ? `{ ${key}` : key);
  });
  return {
    range: [first.core[0], end],
    edits: [...keys.filter((each) => each.text !== ""), insert(end, `, ${property} }`)],
  };
}

function onLines(text: string, list: Arguments, named: readonly Named[], property: string): string {
  const newline = newlineOf(text);
  const outer = indentAt(text, named[0]!.argument.core[0]);
  const inner = newline + outer + indentUnit(text);
  const lines = named.map(({ name, argument }, i) => {
    const next = named[i + 1]?.argument;
    const above =
      i === 0
        ? []
        : tokens(text, argument.cell[0], argument.core[0]).filter((each) =>
            breaks(text, argument.cell[0], each.range[0]),
          );
    const beside = tokens(text, argument.core[1], argument.cell[1]);
    if (next)
      beside.push(
        ...tokens(text, next.cell[0], next.core[0]).filter((each) => !breaks(text, next.cell[0], each.range[0])),
      );
    const own = propertyText(name, text.slice(...argument.core));
    return [
      ...above.map((each) => inner + each.text),
      `${inner}${own},`,
      ...(next ? beside : []).map((each) => ` ${each.text}`),
    ].join("");
  });
  return `{${lines.join("")}${inner}${property}${list.trailingComma ? "," : ""}${newline}${outer}}`;
}
