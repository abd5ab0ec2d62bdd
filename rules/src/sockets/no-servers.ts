import { annotationOf, membersOf } from "../analysis/annotations.ts";
import { isClass, isFunction, nameOf, stringOf, unwrap, words, type ClassNode, type Node } from "../analysis/ast.ts";
import { inheritedBy } from "../analysis/classes.ts";
import { assignedTo, exportsOf, fieldHost } from "../analysis/fields.ts";
import { fileOf } from "../analysis/source.ts";
import type { Value } from "../analysis/value.ts";
import { resolve } from "../analysis/values.ts";
import { variableOf, writesOf } from "../analysis/variables.ts";
import { entryAt, isNonServer, memberAt, nonServerWords } from "../catalogue/index.ts";
import { lastName } from "./ports.ts";

/** Whether the receiver of a listen is known, or named, and is not a server. */
export function isSomethingElse(receiver: Node): boolean {
  const value: Value | null = resolve(receiver);
  if (speaksOfDatagrams(receiver) || annotatedWithListen(receiver) || isAssignedListen(receiver)) return true;
  if (words(lastName(receiver) ?? "").some((word) => nonServerWords.has(word))) return true;
  switch (value?.kind) {
    case "path":
      return isNonServer(value.module) || /^(?:window|document|navigator|chrome|browser|history)$/.test(value.module);
    case "instance":
      return !memberAt(value.type, "listen")?.does && entryAt(value.type) !== undefined;
    case "local":
      return true;
    case "object":
      if (isFunction(value.cls)) return inheritedBy(value.cls) === null;
      return isClass(value.cls) ? definesListen(value.cls) || !value.cls.superClass : true;
    default:
      return false;
  }
}

/** `exports.listen = …`, `module.exports.listen = …`: a function of this file, which is looked at itself. */
function isAssignedListen(receiver: Node): boolean {
  const value = resolve(receiver);
  const hosts =
    value?.kind === "path" && /^(?:module\.)?exports$/.test(value.path)
      ? exportsOf(fileOf(receiver))
      : [fieldHost(receiver)];
  return hosts.some((host) => host !== null && assignedTo(host, "listen").length > 0);
}

/** The receiver's type is written in this file and has a `listen` of its own. */
function annotatedWithListen(receiver: Node): boolean {
  const type = annotationOf(receiver);
  return (
    type !== null &&
    (membersOf(type)?.some(
      (each) =>
        /^(?:TSMethodSignature|TSPropertySignature|MethodDefinition|PropertyDefinition)$/.test(each.type) &&
        nameOf(each) === "listen",
    ) ??
      false)
  );
}

const DATAGRAM_WORDS = new Set(["udp", "dgram", "datagram", "coap", "multicast", "mdns", "ssdp", "stun"]);

/** `udpServer`, or something made by `coap.createServer()`: named after a protocol that has no TCP listen. */
function speaksOfDatagrams(receiver: Node): boolean {
  const file = fileOf(receiver);
  const at = unwrap(receiver);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const made = variable ? (writesOf(variable) ?? []).map((write) => unwrap(write.node)) : [at];
  const named = [at, ...made]
    .map((node) => (node.type === "CallExpression" || node.type === "NewExpression" ? node.callee : node))
    .filter((node) => node.type === "Identifier" || node.type === "MemberExpression");
  return (
    made.some(isToldDatagrams) ||
    named.some((node) => words(file.text.slice(node.range[0], node.range[1])).some((word) => DATAGRAM_WORDS.has(word)))
  );
}

/** `createServer({ type: "udp4" })` */
function isToldDatagrams(made: Node): boolean {
  const [first] = made.type === "CallExpression" || made.type === "NewExpression" ? made.arguments : [];
  const type =
    first?.type === "ObjectExpression"
      ? first.properties.find((each) => each.type === "Property" && nameOf(each) === "type")
      : first;
  const told = type?.type === "Property" ? type.value : type;
  return told !== undefined && /^udp[46]$/.test(stringOf(told as Node) ?? "");
}

function definesListen(cls: ClassNode, depth = 0): boolean {
  if (cls.body.body.some((each) => "key" in each && nameOf(each as Node) === "listen")) return true;
  const above = cls.superClass && depth < 20 ? resolve(cls.superClass) : null;
  if (above?.kind === "path") return isNonServer(above.module);
  return above?.kind === "local" && isClass(above.node) && definesListen(above.node, depth + 1);
}
