import { nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { thisHost } from "../analysis/classes.ts";
import { fileOf, indexOf, perText } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";

interface Calls {
  /** Those that make instances. */
  made: Call[];
  /** The calls of methods by their names; null stands for what is computed. */
  methods: Map<string | null, { call: Call; receiver: Node }[]>;
}

const callsIn = perText((file): Calls => {
  const calls: Calls = { made: [], methods: new Map() };
  for (const call of indexOf(file).calls) {
    if (call.type === "NewExpression") calls.made.push(call);
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const name = nameOf(callee);
    const list = calls.methods.get(name);
    if (list) list.push({ call, receiver: callee.object });
    else calls.methods.set(name, [{ call, receiver: callee.object }]);
  }
  return calls;
});

/** Where a file calls a method of a class or object, or makes an instance of a class by its constructor. */
export function methodCalls(name: string | null, owner: Node, constructs: boolean, file = fileOf(owner)): Call[] {
  const { made, methods } = callsIn(file);
  if (constructs) return made.filter(({ callee }) => isValue(unwrap(callee), owner));
  return (methods.get(name) ?? []).flatMap(({ call, receiver }) => (belongsTo(receiver, owner) ? [call] : []));
}

function isValue(node: Node, owner: Node): boolean {
  const value = resolve(node);
  return value?.kind === "local" && value.node === owner;
}

function belongsTo(receiver: Node, owner: Node): boolean {
  const at = unwrap(receiver);
  if (at.type === "ThisExpression") return thisHost(at) === owner;
  const value = resolve(at);
  if (value?.kind === "object") return value.cls === owner;
  if (value?.kind === "local") return value.node === owner;
  return value?.kind === "instance" && value.origins.some((each) => each === owner);
}
