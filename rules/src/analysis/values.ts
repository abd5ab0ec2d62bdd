import type { TSESTree } from "@typescript-eslint/types";
import { fieldType } from "./annotations.ts";
import {
  calleeName,
  isClass,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  type Call,
  type ClassNode,
  type FunctionNode,
  type Node,
} from "./ast.ts";
import {
  areNamesakes,
  areRelated,
  canonicalKey,
  canonicalModule,
  entryAt,
  globalPath,
  memberAt,
} from "../catalogue/index.ts";
import type { Entry } from "../catalogue/types.ts";
import { fileOf, indexOf, type SourceFile, type Variable } from "./source.ts";
import {
  isAmbient,
  isGlobal,
  isNothing,
  onlyValue,
  parameterOf,
  variableOf,
  writesOf,
  type Write,
} from "./variables.ts";

/** What an expression is, as far as the file shows. */
export type Value =
  /** A module or something that it exports: `net`, `net.createServer`, `process.platform`. Calls of unknown exports end in `()`. */
  | { kind: "path"; path: string; module: string }
  /** An object of a catalogue type. `origins` are the expressions that made it, outermost first: its identity. */
  | { kind: "instance"; type: string; origins: readonly Node[] }
  /** A method of such an object, taken out of it. */
  | { kind: "method"; type: string; name: string; entry: Entry; receiver: Value & { kind: "instance" } }
  /** A function of the C library. */
  | { kind: "c"; name: string }
  /** A function, class or object literal of this file. */
  | { kind: "local"; node: Node }
  /** An instance of a class of this file that extends nothing known. */
  | { kind: "object"; cls: Node; origin: Node };

type Instance = Value & { kind: "instance" };

interface Resolver {
  resolve(node: Node): Value | null;
  callee(call: Call): Callee | null;
  thisHost(node: Node): Node | null;
  identities(node: Node): readonly object[];
  functionOf(node: Node | undefined): FunctionNode | null;
  callsOf(fn: Node): Call[] | null;
  assignedTo(host: object, name: string): readonly Node[];
}

/** The catalogue row of a call, and the object that it is called on. */
export interface Callee {
  key: string;
  entry: Entry;
  receiver: Instance | null;
}

const resolvers = new WeakMap<TSESTree.Program, Resolver>();

function resolverOf(node: Node): Resolver {
  const file = fileOf(node);
  let resolver = resolvers.get(file.ast);
  if (!resolver) resolvers.set(file.ast, (resolver = createResolver(file)));
  return resolver;
}

/** What an expression is; null when nobody can say. */
export function resolve(node: Node): Value | null {
  return resolverOf(node).resolve(node);
}

/** The catalogue row of a call, and the object that it is called on. */
export function calleeOf(call: Call): Callee | null {
  return resolverOf(call).callee(call);
}

/** The object behind `this` here: a class, an object literal or a constructor function. */
export function thisHost(node: Node): Node | null {
  return resolverOf(node).thisHost(node);
}

/**
 * Objects that stand for "the same socket", the outermost first: the call that gave it, then what a local factory or class made it of.
 * Two expressions whose first ones are equal are the same object; empty when nobody can say.
 */
export function identities(node: Node): readonly object[] {
  return resolverOf(node).identities(node);
}

/** The function that a callback argument is, also by name. */
export function functionOf(node: Node | undefined): FunctionNode | null {
  return node ? resolverOf(node).functionOf(node) : null;
}

/** The calls of a function of this file by name; null when it also escapes in other ways. */
export function callsOf(fn: Node): Call[] | null {
  return resolverOf(fn).callsOf(fn);
}

/** What is assigned to a property of an object: `this.server = …`, `app.server = …`, class fields. */
export function assignedTo(host: Node | Variable, name: string): readonly Node[] {
  return resolverOf("scope" in host ? (host.scope.block as Node) : host).assignedTo(host, name);
}

/** Names that stand for names that stand for names: nobody writes more, and the stack has an end. */
const DEEPEST = 100;

/** Bundlers and compilers wrap `require()` in these. */
const INTEROP =
  /^(?:_*interop(?:Require|Namespace)?(?:Default|Wildcard)?(?:Compat|Legacy|Ns)?\d*|_*interop_require_(?:default|wildcard)\w*|__importDefault|__importStar|__toESM|_?tslib\w*)$/;

function createResolver(file: SourceFile): Resolver {
  const memo = new Map<Node, Value | null>();
  const climbed = new Set<ClassNode>();
  let depth = 0;
  const index = indexOf(file);
  let fields: Map<object, Map<string, Node[]>> | undefined;
  const members = new Map<object, Map<string, object>>();
  let inherits: Call[] | undefined;
  let callers: Map<Variable, Call[] | null> | undefined;

  return { resolve, callee, thisHost, identities, functionOf, callsOf, assignedTo };

  function resolve(node: Node): Value | null {
    const at = unwrap(node);
    const known = memo.get(at);
    if (known !== undefined) return known;
    if (depth > DEEPEST) return null;
    memo.set(at, null); // a cycle resolves to nothing
    depth++;
    const value = compute(at) ?? typed(at);
    depth--;
    memo.set(at, value);
    return value;
  }

  function compute(node: Node): Value | null {
    switch (node.type) {
      case "Identifier":
        return identifier(node);
      case "ThisExpression":
        return self(node);
      case "Super": {
        const host = thisHost(node);
        return host && isClass(host) ? superInstance(host) : null;
      }
      case "MemberExpression": {
        const name = nameOf(node);
        return name === null ? null : member(node.object, name);
      }
      case "CallExpression":
        return call(node);
      case "NewExpression":
        return made(node);
      case "AwaitExpression":
        return resolve(node.argument);
      case "AssignmentExpression":
        return node.operator === "=" || node.operator === "||=" || node.operator === "??=" ? resolve(node.right) : null;
      case "ConditionalExpression":
        return agree([node.consequent, node.alternate], node);
      case "LogicalExpression":
        return node.operator === "&&"
          ? resolve(node.right)
          : (agree([node.left, node.right], node) ?? resolve(node.right) ?? resolve(node.left));
      case "ImportExpression": {
        const name = stringOf(node.source);
        return name === null ? null : module(name);
      }
      case "MetaProperty":
        return { kind: "path", path: "import.meta", module: "import.meta" };
      default:
        return isFunction(node) || isClass(node) || node.type === "ObjectExpression" ? { kind: "local", node } : null;
    }
  }

  /** A type checker's word for what the file alone does not tell. */
  function typed(node: Node): Value | null {
    const type =
      node.type === "Identifier" || node.type === "MemberExpression" || node.type === "CallExpression"
        ? file.typeOf?.(node)
        : null;
    return type && entryAt(type)?.type ? { kind: "instance", type: canonicalKey(type), origins: [node] } : null;
  }

  function module(specifier: string): Value {
    const name = canonicalModule(specifier);
    return { kind: "path", path: name, module: name };
  }

  function identifier(node: TSESTree.Identifier): Value | null {
    const variable = variableOf(node);
    if (variable && !isAmbient(variable)) return ofVariable(variable);
    const path = globalPath(node.name) ?? node.name;
    return { kind: "path", path, module: path.split(".")[0] as string };
  }

  function ofVariable(variable: Variable): Value | null {
    const definition = variable.defs[0];
    if (!definition) return null;
    const declared = definition.name as Node;
    switch (definition.type) {
      case "ImportBinding":
        return imported(definition.node as Node);
      case "FunctionName":
      case "ClassName":
        return { kind: "local", node: definition.node as Node };
      case "Variable": {
        const writes = writesOf(variable)?.filter((each) => !wrapsItself(variable, each.node));
        const value = writes ? agree(writes, declared) : null;
        // What an unknown function gives back is better known from the annotation.
        return !value || value.kind === "path" ? (annotated(declared) ?? value) : value;
      }
      case "Parameter":
        return annotated(declared) ?? ofParameter(variable);
      default:
        return null;
    }
  }

  function imported(node: Node): Value | null {
    switch (node.type) {
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        return module((node.parent as TSESTree.ImportDeclaration).source.value);
      case "ImportSpecifier": {
        const from = module((node.parent as TSESTree.ImportDeclaration).source.value) as Value & { kind: "path" };
        const name = node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
        return exported(from, name);
      }
      case "TSImportEqualsDeclaration": {
        const name =
          node.moduleReference.type === "TSExternalModuleReference"
            ? stringOf(node.moduleReference.expression as Node)
            : null;
        return name === null ? null : module(name);
      }
      default:
        return null;
    }
  }

  /** A parameter is what every call in this file hands over, if all calls are to be seen. */
  function ofParameter(variable: Variable): Value | null {
    const parameter = parameterOf(variable);
    if (!parameter) return null;
    if (writesOf(variable)?.some((write) => write.node !== parameter.fallback)) return null;
    const calls = callsOf(parameter.fn);
    if (calls && calls.length > 0) {
      const given = calls.map((each) => each.arguments[parameter.index]);
      if (given.every((each) => each && each.type !== "SpreadElement")) {
        const value = agree(given as Node[], parameter.fn);
        if (value) return value;
      }
    }
    return parameter.fallback ? resolve(parameter.fallback) : null;
  }

  function exported(from: Value & { kind: "path" }, name: string): Value {
    if (name === "default" && !entryAt(`${from.path}.default`)) return from;
    return { kind: "path", path: `${from.path}.${name}`, module: from.module };
  }

  /** One value for all: every one that is not a placeholder resolves, to the same thing. */
  function agree(from: readonly (Node | Write)[], whole: Node): Value | null {
    let common: Value | null = null;
    const all: Node[] = [];
    for (const each of from) {
      const write: Write = "type" in each ? { node: each, path: [] } : each;
      if (write.path.length === 0 && isNothing(write.node)) continue;
      const value = written(write);
      if (!value) return null;
      if (value.kind === "instance") all.push(...value.origins.filter((origin) => !all.includes(origin)));
      if (common && !sameKind(common, value)) return null;
      common ??= value;
    }
    return common?.kind === "instance" && all.length > common.origins.length
      ? { ...common, origins: [whole, ...all] }
      : common;
  }

  function written(write: Write): Value | null {
    const [first, ...rest] = write.path;
    let value = first === undefined ? resolve(write.node) : member(write.node, first);
    for (const name of rest) value = value && memberOf(value, name);
    return value ?? (write.fallback ? resolve(write.fallback) : null);
  }

  function member(object: Node, name: string): Value | null {
    const value = resolve(object);
    const found = value && memberOf(value, name);
    if (found && !(found.kind === "path" && isLoose(found.path))) return found;
    const host = fieldHost(object);
    return (host && field(host, name)) ?? found;
  }

  /** `exports.server`, `module.exports.server`, `global.server`: names that the file itself may write. */
  function isLoose(path: string): boolean {
    return /^(?:exports|module\.exports|global|globalThis)\./.test(path);
  }

  function memberOf(value: Value, name: string): Value | null {
    switch (value.kind) {
      case "path":
        if ((value.path === "globalThis" || value.path === "global" || value.path === "window") && globalPath(name))
          return { kind: "path", path: globalPath(name) as string, module: name };
        return exported(value, name);
      case "instance": {
        if (entryAt(value.type)?.cSymbols) return { kind: "c", name };
        const entry = memberAt(value.type, name);
        if (entry?.property)
          return {
            kind: "instance",
            type: entry.property,
            origins: [memberKey(value.origins[0] as Node, name) as Node],
          };
        if (entry) return { kind: "method", type: value.type, name, entry, receiver: value };
        return field(value.origins[0] as Node, name);
      }
      case "local":
        return value.node.type === "ObjectExpression"
          ? (property(value.node, name) ?? field(value.node, name))
          : (staticMember(value.node, name) ?? field(value.node, name));
      case "object":
        return field(value.cls, name) ?? field(value.origin, name);
      default:
        return null;
    }
  }

  function property(object: TSESTree.ObjectExpression, name: string): Value | null {
    const found = object.properties.findLast((each) => each.type === "Property" && nameOf(each) === name) as
      TSESTree.Property | undefined;
    return found ? resolve(found.value) : null;
  }

  function staticMember(cls: Node, name: string): Value | null {
    if (!isClass(cls)) return null;
    const found = cls.body.body.find(
      (each) =>
        (each.type === "MethodDefinition" || each.type === "PropertyDefinition") &&
        each.static &&
        nameOf(each) === name,
    );
    return found && "value" in found && found.value ? resolve(found.value as Node) : null;
  }

  /** `require`, or what esbuild makes to stand for it in an ES module. */
  function isRequire(callee: TSESTree.Identifier): boolean {
    if (callee.name === "require") return isGlobal(callee);
    const made = /^_+require\d*$/.test(callee.name) ? onlyValue(callee) : null;
    return made !== null && /\btypeof require\b/.test(file.text.slice(...made.range));
  }

  /** The module in `__importDefault(module)` and its like: known by name, or by what a function of this file asks of its argument. */
  function interop(node: TSESTree.CallExpression): Node | null {
    const first = node.arguments[0];
    if (!first || first.type === "SpreadElement") return null;
    const helper = calleeName(node);
    if (
      helper.type === "Identifier" &&
      INTEROP.test(
        helper.name === "_"
          ? file.text.slice(node.callee.range[0], helper.range[0] - 1).replace(/^.*\./s, "")
          : helper.name,
      )
    )
      return first;
    if (first.type !== "Identifier" && !(first.type === "CallExpression" && first.callee.type === "Identifier"))
      return null;
    const fn = functionOf(node.callee);
    return fn && /\b__esModule\b/.test(file.text.slice(...fn.range)) ? first : null;
  }

  /** `http = __toESM(http)` */
  function wrapsItself(variable: Variable, node: Node): boolean {
    const wrapped = node.type === "CallExpression" && node.arguments[0]?.type === "Identifier" ? interop(node) : null;
    return wrapped !== null && variableOf(wrapped) === variable;
  }

  function call(node: TSESTree.CallExpression): Value | null {
    const callee = unwrap(node.callee);
    if (callee.type === "Identifier" && isRequire(callee)) {
      const name = stringOf(node.arguments[0]);
      return name === null ? null : module(name);
    }
    const wrapped = interop(node);
    if (wrapped) return resolve(wrapped);
    const value = resolve(callee);
    switch (value?.kind) {
      case "path":
        if (value.path === "module.createRequire")
          return { kind: "path", path: "module.createRequire()", module: "module" };
        if (
          value.path === "module.createRequire()" ||
          value.path === "process.getBuiltinModule" ||
          value.path === "module.require"
        ) {
          const name = stringOf(node.arguments[0]);
          return name === null ? null : module(name);
        }
        if (value.path === "Object.freeze" || value.path === "Object.seal")
          return node.arguments[0] ? resolve(node.arguments[0] as Node) : null;
        if (value.path === "require") return null;
        return result(value.path, entryAt(value.path), node, value.module);
      case "method":
        if (value.entry.cFunction) {
          const name = stringOf(node.arguments[value.entry.cFunction.argument] as Node | undefined);
          return name === null ? null : { kind: "c", name: /([A-Za-z_]\w*)\s*\(/.exec(name)?.[1] ?? name.trim() };
        }
        if (value.entry.returns === "this") return value.receiver;
        return value.entry.returns ? { kind: "instance", type: value.entry.returns, origins: [node] } : null;
      case "local":
        return isFunction(value.node) ? returned(value.node, node) : null;
      default:
        return datagramSocket(node);
    }
  }

  /** `createSocket("udp4")` of whatever: nothing else takes such an argument. */
  function datagramSocket(node: TSESTree.CallExpression): Value | null {
    const name = calleeName(node);
    const first = node.arguments[0];
    if (name.type !== "Identifier" || name.name !== "createSocket" || !first) return null;
    const type =
      first.type === "ObjectExpression"
        ? first.properties.find((each) => each.type === "Property" && nameOf(each) === "type")
        : undefined;
    const text = stringOf(type?.type === "Property" ? type.value : first);
    return text === "udp4" || text === "udp6" ? { kind: "instance", type: "dgram.Socket", origins: [node] } : null;
  }

  function result(path: string, entry: Entry | undefined, node: Call, module: string): Value {
    if (entry?.returns) return { kind: "instance", type: entry.returns, origins: [node] };
    return { kind: "path", path: `${path}()`, module };
  }

  function returned(fn: FunctionNode, node: Call): Value | null {
    const value = agree(index.returns.get(fn) ?? [], fn);
    return value?.kind === "instance" ? { ...value, origins: [node, ...value.origins] } : value;
  }

  function made(node: TSESTree.NewExpression): Value | null {
    const value = resolve(node.callee);
    if (value?.kind === "path") return result(value.path, entryAt(value.path), node, value.module);
    if (value?.kind !== "local") return null;
    if (isClass(value.node)) {
      const parent = superInstance(value.node);
      return parent && !defines(value.node, "listen")
        ? { ...parent, origins: [node, value.node] }
        : { kind: "object", cls: value.node, origin: node };
    }
    const inherited = inheritedType(value.node);
    return inherited
      ? { kind: "instance", type: inherited, origins: [node, value.node] }
      : { kind: "object", cls: value.node, origin: node };
  }

  function superInstance(cls: ClassNode): Instance | null {
    if (!cls.superClass || climbed.has(cls)) return null; // a class may extend itself, in code that does not run
    climbed.add(cls);
    const value = climb(cls, cls.superClass);
    climbed.delete(cls);
    return value;
  }

  function climb(cls: ClassNode, superClass: Node): Instance | null {
    const value = resolve(superClass);
    const type = value?.kind === "path" ? entryAt(value.path)?.returns : undefined;
    if (type) return { kind: "instance", type, origins: [cls] };
    if (value?.kind === "local" && isClass(value.node)) {
      const above = superInstance(value.node);
      return above && { ...above, origins: [cls, ...above.origins] };
    }
    return null;
  }

  /** `util.inherits(Server, net.Server)`. */
  function inheritedType(fn: Node): string | null {
    inherits ??= index.calls.filter((each) => {
      const name = each.arguments.length < 2 ? null : calleeName(each);
      return name?.type === "Identifier" && /^_?inherits/.test(name.name);
    });
    for (const each of inherits) {
      const child = resolve(each.arguments[0] as Node);
      if (child?.kind !== "local" || child.node !== fn) continue;
      const parent = resolve(each.arguments[1] as Node);
      return parent?.kind === "path" ? (entryAt(parent.path)?.returns ?? null) : null;
    }
    return null;
  }

  function self(node: Node): Value | null {
    const host = thisHost(node);
    if (!host) return null;
    if (isClass(host)) return superInstance(host) ?? { kind: "object", cls: host, origin: host };
    if (isFunction(host)) {
      const emitter = handlerOf(host);
      if (emitter) return emitter;
      const inherited = inheritedType(host);
      return inherited
        ? { kind: "instance", type: inherited, origins: [host] }
        : { kind: "object", cls: host, origin: host };
    }
    return { kind: "local", node: host };
  }

  /** The emitter whose listener this function is: `this` in `server.on("listening", function () {})`. */
  function handlerOf(fn: FunctionNode): Instance | null {
    const parent = fn.parent as Node | undefined;
    if (fn.type !== "FunctionExpression" || parent?.type !== "CallExpression" || parent.callee === fn) return null;
    const value = resolve(parent.callee);
    return value?.kind === "method" && (value.entry.returns === "this" || value.entry.does) ? value.receiver : null;
  }

  function thisHost(node: Node): Node | null {
    let at: Node | undefined = node.parent ?? undefined;
    let from: Node = node;
    for (; at; from = at, at = at.parent ?? undefined) {
      if (isClass(at) && from === at.body) return at;
      if (at.type !== "FunctionDeclaration" && at.type !== "FunctionExpression") continue;
      const parent = at.parent as Node | undefined;
      if (parent?.type === "MethodDefinition") continue; // the class comes next
      if (parent?.type === "Property" && parent.value === at && parent.parent.type === "ObjectExpression")
        return prototypeOwner(parent.parent) ?? parent.parent;
      return prototypeMethodOwner(at) ?? at;
    }
    return null;
  }

  /** `Server.prototype = { start() {} }` belongs to Server. */
  function prototypeOwner(object: Node): Node | null {
    const parent = object.parent as Node | undefined;
    return parent?.type === "AssignmentExpression" ? ownerOf(parent.left, false) : null;
  }

  /** `Server.prototype.start = function () {}` belongs to Server. */
  function prototypeMethodOwner(fn: Node): Node | null {
    let parent = fn.parent as Node | undefined;
    while (parent?.type === "AssignmentExpression" && parent.parent?.type === "AssignmentExpression")
      parent = parent.parent;
    return parent?.type === "AssignmentExpression"
      ? (ownerOf(parent.left, true) ??
          (fn.parent?.type === "AssignmentExpression" ? ownerOf(fn.parent.left, true) : null))
      : null;
  }

  function ownerOf(left: Node, method: boolean): Node | null {
    const prototype = method ? (left.type === "MemberExpression" ? left.object : null) : left;
    if (!prototype) return null;
    if (prototype.type === "MemberExpression" && nameOf(prototype) === "prototype") {
      const value = resolve(prototype.object);
      return value?.kind === "local" ? value.node : null;
    }
    // `var proto = Server.prototype; proto.start = function () {}`, `app.start = function () {}`
    if (!method || prototype.type !== "Identifier") return null;
    const variable = variableOf(prototype);
    const write = variable && writesOf(variable)?.[0]?.node;
    if (write?.type === "MemberExpression" && nameOf(write) === "prototype") {
      const value = resolve(write.object);
      return value?.kind === "local" ? value.node : null;
    }
    if (write?.type === "AssignmentExpression") {
      const chained = ownerOf(write.left, false);
      if (chained) return chained;
    }
    return write?.type === "ObjectExpression" ? write : null;
  }

  /** The object whose fields a member access reads: for `this` its host, for a name the variable. */
  function fieldHost(object: Node): object | null {
    const at = unwrap(object);
    if (at.type === "ThisExpression") return thisHost(at);
    if (at.type === "Identifier") {
      const variable = variableOf(at);
      if (!variable || isAmbient(variable)) return globalHost(at.name);
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

  function globalHost(name: string): object {
    return memberKey(file.ast, name);
  }

  function memberKey(host: object, name: string): object {
    let names = members.get(host);
    if (!names) members.set(host, (names = new Map()));
    let key = names.get(name);
    if (!key) names.set(name, (key = { type: "Member", host, name }));
    return key;
  }

  function field(host: object, name: string): Value | null {
    const values = assignedTo(host, name);
    const value = values.length > 0 ? agree(values, memberKey(host, name) as Node) : null;
    if (value && value.kind !== "path") return value;
    const cls = host as Node;
    if (!isClass(cls)) return value;
    const annotation = fieldAnnotation(cls, name) ?? value;
    if (annotation) return annotation;
    const above = cls.superClass && !climbed.has(cls) ? resolve(cls.superClass) : null;
    if (above?.kind !== "local" || !isClass(above.node)) return null;
    climbed.add(cls);
    const inherited = field(above.node, name);
    climbed.delete(cls);
    return inherited;
  }

  function fieldAnnotation(cls: ClassNode, name: string): Value | null {
    const type = fieldType(cls, name);
    return type && ofType(type, memberKey(cls, name) as Node);
  }

  function assignedTo(host: object, name: string): readonly Node[] {
    fields ??= collectFields();
    return fields.get(host)?.get(name) ?? [];
  }

  function collectFields(): Map<object, Map<string, Node[]>> {
    const found = new Map<object, Map<string, Node[]>>();
    fields = found; // resolving while collecting sees what is there so far
    const add = (host: object | null, name: string | null, value: Node) => {
      if (!host || name === null) return;
      let names = found.get(host);
      if (!names) found.set(host, (names = new Map()));
      const values = names.get(name);
      if (values) values.push(value);
      else names.set(name, [value]);
    };
    const seen = new Set<Node>();
    for (const assignment of index.memberAssignments) {
      if (!["=", "||=", "??="].includes(assignment.operator) || assignment.left.type !== "MemberExpression") continue;
      add(fieldHost(assignment.left.object), nameOf(assignment.left), assignment.right);
      for (let at: Node | undefined = assignment.left.parent; at; at = at.parent ?? undefined) {
        if (!isClass(at) || seen.has(at)) continue;
        seen.add(at);
        for (const each of at.body.body)
          if (each.type === "PropertyDefinition" && each.value) add(at, nameOf(each), each.value);
      }
    }
    for (const scope of file.scopeManager.scopes) {
      const block = scope.block as Node;
      if (!isClass(block) || seen.has(block)) continue;
      seen.add(block);
      for (const each of block.body.body)
        if (each.type === "PropertyDefinition" && each.value) add(block, nameOf(each), each.value);
    }
    return found;
  }

  function annotated(name: Node): Value | null {
    return name.type === "Identifier" && name.typeAnnotation ? ofType(name.typeAnnotation.typeAnnotation, name) : null;
  }

  /** The value that a type annotation promises. */
  function ofType(type: TSESTree.TypeNode, origin: Node): Value | null {
    switch (type.type) {
      case "TSUnionType": {
        const real = type.types.filter((each) => each.type !== "TSNullKeyword" && each.type !== "TSUndefinedKeyword");
        const values = real.map((each) => ofType(each, origin));
        const first = values[0];
        return first && values.every((each) => each && sameKind(first, each)) ? first : null;
      }
      case "TSTypeReference": {
        const parameters = type.typeArguments?.params ?? [];
        const name = type.typeName;
        if (
          name.type === "Identifier" &&
          (name.name === "Promise" || name.name === "Awaited" || name.name === "Readonly") &&
          parameters[0]
        )
          return ofType(parameters[0], origin);
        if (name.type === "Identifier" && name.name === "ReturnType" && parameters[0]?.type === "TSTypeQuery") {
          const path = typePath(parameters[0].exprName as Node);
          const returns = path === null ? undefined : entryAt(path)?.returns;
          return returns ? { kind: "instance", type: returns, origins: [origin] } : null;
        }
        return named(typePath(name), origin);
      }
      case "TSImportType": {
        const specifier = stringOf(
          (type as { source?: Node; argument?: Node }).source ??
            (type as { argument?: { literal?: Node } }).argument?.literal,
        );
        const qualifier = type.qualifier?.type === "Identifier" ? type.qualifier.name : null;
        return specifier !== null && qualifier !== null
          ? named(`${canonicalModule(specifier)}.${qualifier}`, origin)
          : null;
      }
      default:
        return null;
    }
  }

  function named(path: string | null, origin: Node): Value | null {
    if (path === null) return null;
    const entry = entryAt(path);
    return entry?.type ? { kind: "instance", type: canonicalKey(path), origins: [origin] } : null;
  }

  function typePath(name: Node): string | null {
    if (name.type === "TSQualifiedName") {
      const left = typePath(name.left as Node);
      return left === null ? null : `${left}.${name.right.name}`;
    }
    if (name.type !== "Identifier") return null;
    const value = resolve(name);
    return value?.kind === "path" ? value.path : null;
  }

  function callee(node: Call): { key: string; entry: Entry; receiver: Instance | null } | null {
    const target = unwrap(node.callee);
    if (target.type === "Super") {
      const host = thisHost(target);
      const value = host && isClass(host) && host.superClass ? resolve(host.superClass) : null;
      const entry = value?.kind === "path" ? entryAt(value.path) : undefined;
      return entry && value?.kind === "path" ? { key: canonicalKey(value.path), entry, receiver: null } : null;
    }
    const value = resolve(target);
    if (value?.kind === "method")
      return { key: `${value.type}#${value.name}`, entry: value.entry, receiver: value.receiver };
    if (value?.kind !== "path") return null;
    const entry = entryAt(value.path);
    return entry ? { key: canonicalKey(value.path), entry, receiver: null } : null;
  }

  function identities(node: Node): readonly object[] {
    const value = resolve(node);
    if (value?.kind === "instance") return value.origins;
    if (value?.kind === "object") return [value.origin];
    if (value?.kind === "local" && value.node.type === "ObjectExpression") return [value.node];
    const host = fieldHost(node);
    return host ? [host] : [];
  }

  function functionOf(node: Node | undefined): FunctionNode | null {
    if (!node) return null;
    const at = unwrap(node);
    if (at.type === "CallExpression" && at.callee.type === "MemberExpression" && nameOf(at.callee) === "bind")
      return functionOf(at.callee.object);
    const value = resolve(at);
    if (value?.kind === "local" && isFunction(value.node)) return value.node;
    if (at.type === "MemberExpression" && unwrap(at.object).type === "ThisExpression") {
      const host = thisHost(at.object);
      const name = nameOf(at);
      if (host && isClass(host)) {
        const method = host.body.body.find((each) => each.type === "MethodDefinition" && nameOf(each) === name) as
          TSESTree.MethodDefinition | undefined;
        return isFunction(method?.value) ? method.value : null;
      }
    }
    return null;
  }

  function callsOf(fn: Node): Call[] | null {
    const name = nameVariable(fn);
    if (!name) return null;
    callers ??= new Map();
    const known = callers.get(name);
    if (known !== undefined) return known;
    const calls: Call[] = [];
    for (const reference of name.references) {
      const at = reference.identifier as Node;
      if (reference.isWrite() || (reference as { isTypeReference?: boolean }).isTypeReference) continue;
      const parent = at.parent as Node;
      if ((parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee === at)
        calls.push(parent);
      else {
        callers.set(name, null);
        return null;
      }
    }
    const exportedDeclaration = (name.defs[0]?.node as Node | undefined)?.parent?.type === "ExportNamedDeclaration";
    const all = exportedDeclaration ? null : calls;
    callers.set(name, all);
    return all;
  }

  /** The variable that a function is called by. */
  function nameVariable(fn: Node): Variable | undefined {
    if (fn.type === "FunctionDeclaration" && fn.id) return variableOf(fn.id);
    const parent = fn.parent as Node | undefined;
    if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return variableOf(parent.id);
    return undefined;
  }

  function defines(cls: ClassNode, name: string): boolean {
    return cls.body.body.some((each) => each.type === "MethodDefinition" && nameOf(each) === name);
  }
}

function sameKind(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "path" && b.kind === "path") return a.path === b.path || areNamesakes(a.path, b.path);
  if (a.kind === "instance" && b.kind === "instance") return areRelated(a.type, b.type);
  if (a.kind === "local" && b.kind === "local") return a.node === b.node;
  return a.kind === "c" && b.kind === "c" && a.name === b.name;
}
