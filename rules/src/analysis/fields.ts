import { isClass, nameOf, unwrap, type Node } from "./ast.ts";
import { thisHost } from "./classes.ts";
import { collecting } from "./resolving.ts";
import { fileOf, indexOf, perFile, type SourceFile, type Variable } from "./source.ts";
import { isAmbient, onlyValue, variableOf } from "./variables.ts";

/** Stands for a property of something: `options.server`, whatever that is. */
interface MemberKey {
  type: "Member";
  host: object;
  name: string;
}

const members = new WeakMap<object, Map<string, MemberKey>>();

/** The one object that stands for a property of a host. */
export function memberKey(host: object, name: string): object {
  let names = members.get(host);
  if (!names) members.set(host, (names = new Map()));
  let key = names.get(name);
  if (!key) names.set(name, (key = { type: "Member", host, name }));
  return key;
}

/** The object whose fields a member access reads: for `this` its host, for a name the variable. */
export function fieldHost(object: Node): object | null {
  const at = unwrap(object);
  if (at.type === "ThisExpression") return thisHost(at);
  if (at.type === "Identifier") {
    const variable = variableOf(at);
    if (!variable || isAmbient(variable)) return memberKey(fileOf(at).ast, at.name);
    const only = onlyValue(at);
    if (only && unwrap(only).type === "ThisExpression") return thisHost(unwrap(only));
    return variable;
  }
  if (at.type === "MemberExpression") {
    const name = nameOf(at);
    const host = name === null ? null : fieldHost(at.object);
    return host && memberKey(host, name as string);
  }
  return null;
}

/** What `exports` and `module.exports` stand for in a file. */
export function exportsOf({ ast }: SourceFile): object[] {
  return [memberKey(ast, "exports"), memberKey(memberKey(ast, "module"), "exports")];
}

/** What is assigned to a property of an object: `this.server = …`, `app.server = …`, class fields. */
export function assignedTo(host: object, name: string): readonly Node[] {
  const file = fileOfHost(host);
  const fields = fieldsIn(file);
  underWay.get(file)?.();
  return fields.get(host)?.get(name) ?? [];
}

function fileOfHost(host: object): SourceFile {
  let at = host as MemberKey | Variable | Node;
  while ("type" in at && at.type === "Member") at = at.host as MemberKey | Variable | Node;
  return fileOf("scope" in at ? (at.scope.block as Node) : (at as Node));
}

type Fields = Map<object, Map<string, Node[]>>;

/** The files whose fields are being collected. */
const underWay = new Map<SourceFile, () => void>();

const fieldsIn = perFile(
  (): Fields => new Map(),
  (fields, file) =>
    collecting((seen) => {
      underWay.set(file, seen);
      try {
        collect(fields, file);
      } finally {
        underWay.delete(file);
      }
    }),
);

function collect(fields: Fields, file: SourceFile): void {
  for (const scope of file.scopeManager.scopes) {
    const block = scope.block as Node;
    if (!isClass(block) || scope.type !== "class") continue;
    for (const each of block.body.body)
      if (each.type === "PropertyDefinition" && each.value) add(fields, block, nameOf(each), each.value);
  }
  for (const assignment of indexOf(file).memberAssignments)
    if (["=", "||=", "??="].includes(assignment.operator) && assignment.left.type === "MemberExpression")
      add(fields, fieldHost(assignment.left.object), nameOf(assignment.left), assignment.right);
}

function add(fields: Fields, host: object | null, name: string | null, value: Node): void {
  if (!host || name === null) return;
  let names = fields.get(host);
  if (!names) fields.set(host, (names = new Map()));
  const values = names.get(name);
  if (values) values.push(value);
  else names.set(name, [value]);
}
