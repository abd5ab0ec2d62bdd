import { isFunction, nameOf, type Call, type ClassNode, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { resolve } from "../analysis/values.ts";
import { pathsOf } from "../program/paths.ts";
import { packageOf } from "../program/manifests.ts";
import type { Importers } from "./importers.ts";
import { leadingTo, leadsTo } from "./leading.ts";
import { lookInto, type Found } from "./looking.ts";
import type { Modules } from "./modules.ts";
import { directNamesOf, usesOf } from "./names.ts";
import { mayTake } from "./takes.ts";

/** The calls that the other modules of a project make of a function or class of one of them; tests do not count. */
export function callersOf(
  modules: Modules,
  importers: Importers,
  path: string,
  fn: FunctionNode | ClassNode,
): Found<readonly Call[] | null> {
  const { resolver } = modules.project;
  const look = lookInto(modules);
  /** Names of modules that export it again. */
  const passed = new Set<string>();
  const names = directNamesOf(fn);
  return look.found(modules.all().has(path) && names.length > 0 ? collect(path, names) : null);

  /** Null where somebody may call it whom nobody sees. */
  function collect(at: string, names: readonly string[]): Call[] | null {
    if (isPublic(at)) return null;
    const all: Call[] = [];
    for (const from of importers.of(at)) {
      const leads = (specifier: string) => leadsTo(resolver, specifier, from) === at;
      if (modules.all().get(from)?.loadsMore === false && !mayTake(look.text(from), leads, names)) continue;
      const file = look.parsed(from);
      if (!file) return null;
      for (const { load, sure } of leadingTo(resolver, file, at, from)) {
        if (!sure) return null;
        for (const use of usesOf(load.node, names)) {
          const found = use.onwards === undefined ? callAt(use.node, names) : onwards(from, use.onwards);
          if (!found) return null;
          all.push(...found);
        }
      }
    }
    return all;
  }
  /** A module that exports it again may be on the way more than once. */
  function onwards(from: string, name: string): Call[] | null {
    const key = `${from}\0${name}`;
    if (passed.has(key)) return [];
    passed.add(key);
    return collect(from, [name]);
  }
  function callAt(node: Node, names: readonly string[]): Call[] | null {
    const parent = node.parent as Node;
    const call = (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee === node;
    if (call && (isFunction(fn) ? functionOf(node) === fn : isClassItself(node))) return [parent];
    if (/^TS(?:TypeQuery|TypeReference|QualifiedName)$/.test(parent.type)) return [];
    // Another member of what is exported as a whole.
    const name = node.type === "MemberExpression" ? nameOf(node) : null;
    return name !== null && !names.includes(name) && !/^(?:call|apply|bind)$/.test(name) ? [] : null;
  }
  function isClassItself(node: Node): boolean {
    const value = resolve(node);
    return value?.kind === "local" && value.node === fn;
  }
  /** What a published package begins with is called by whoever installs it. */
  function isPublic(at: string): boolean {
    const [manifest] = resolver.manifests.above(pathsOf(at).dirname(at));
    return (
      manifest !== undefined &&
      packageOf(manifest)["private"] !== true &&
      resolver.packageEntries(manifest.directory).includes(at)
    );
  }
}
