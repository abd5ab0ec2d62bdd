import type { FunctionNode, Node } from "../analysis/ast.ts";
import type { Condition } from "../analysis/conditions.ts";
import { fileOf } from "../analysis/source.ts";
import { both, either, handedRunsIn, runsIn, siteRunsIn, type Answer, type Outside } from "../process/reach.ts";
import { methodCallsIn } from "../process/calls.ts";
import type { Role } from "../process/roles.ts";
import type { Site } from "../sockets/site.ts";
import type { Importers } from "./importers.ts";
import { leadingTo } from "./leading.ts";
import { leastAnswers } from "./least-answers.ts";
import type { Modules } from "./modules.ts";
import { exportNamesOf, usesOf } from "./names.ts";

/** One entry in one role, and what it runs of the project. */
export interface Program {
  /** Whether a place of a module is run. */
  runs(path: string, node: Node): Answer;
  /** The same for a site, whose arguments may depend on more. */
  reaches(path: string, site: Site): Answer;
}

/** More questions than this are answered with "maybe". */
const MOST_QUESTIONS = 5_000;

/** `export { start } from "./start.js"`: it goes on as what it is. */
function isReexport(load: Node): boolean {
  return load.type === "ExportNamedDeclaration" || (load.type === "ExportAllDeclaration" && !load.exported);
}

/** Who loads the entry for what it exports. */
export interface Loading {
  /** The exports that are called as soon as the entry is loaded. */
  calls: readonly string[];
  /** Conditions that hold wherever it is loaded. */
  told(condition: Condition): boolean;
}

/** `loader`: the entry is no program, but a module that somebody loads. */
export function programOf(
  modules: Modules,
  importers: Importers,
  entry: string,
  roles: readonly Role[],
  loader?: Loading,
): Program {
  const { resolver } = modules.project;
  const questions = leastAnswers(MOST_QUESTIONS);

  const rolesIn = (path: string): readonly Role[] => [...roles, path === entry && !loader ? "entry" : "imported"];

  function isLoaded(path: string): Answer {
    if (path === entry) return "yes";
    return questions.ask(path, () => {
      let best: Answer = "no";
      for (const from of importers.of(path)) {
        const before = isLoaded(from);
        if (before === "no") continue;
        best = either([best, both(before, loadedBy(path, from))]);
        if (best === "yes") break;
      }
      return best;
    });
  }
  function loadedBy(path: string, from: string): Answer {
    const file = modules.parsed(from);
    if (!file) return "maybe";
    const answers = leadingTo(resolver, file, path, from).map(({ load, sure }) => {
      const run = load.isStatic ? "yes" : runsIn(load.node, rolesIn(from), loader?.told, outside(from));
      return sure ? run : both(run, "maybe");
    });
    return either(answers);
  }
  /** What the modules that load this one do with a function of it, or of a module that the way leads through. */
  function outside(asking: string): Outside {
    return (fn) =>
      questions.ask(fn, () => {
        const path = fileOf(fn).path ?? asking;
        const answer = isUsed(path, exportNamesOf(fn), new Set());
        if (fn.parent.type !== "MethodDefinition" && fn.parent.type !== "PropertyDefinition") return answer;
        // An instance is made; the method may be called by ways that are not followed.
        return answer === "no" ? "no" : either([isCalledOn(path, fn), both(answer, "maybe")]);
      });
  }
  /** Whether other modules call a method on what is an instance of its class for certain. */
  function isCalledOn(path: string, fn: FunctionNode): Answer {
    const answers = [...importers.ancestors(path)].flatMap((from): Answer[] => {
      const loaded = from === path ? "no" : isLoaded(from);
      const file = loaded === "no" ? null : modules.parsed(from);
      const calls = file ? methodCallsIn(file, fn) : [];
      return calls.map((call) => both(loaded, runsIn(call, rolesIn(from), loader?.told, outside(from))));
    });
    return either(answers);
  }
  function isUsed(path: string, names: readonly string[] | null, seen: Set<string>): Answer {
    const key = `${path} ${names?.join() ?? "*"}`;
    if (seen.has(key)) return "no";
    seen.add(key);
    const from = importers.of(path);
    if (path === entry && names?.some((each) => loader?.calls.includes(each))) return "yes";
    // Nobody can say who calls what an entry exports.
    if (from.length === 0) return "maybe";
    let best: Answer = "no";
    for (const each of from) {
      const loaded = isLoaded(each);
      if (loaded === "no") continue;
      best = either([best, both(loaded, isUsedIn(each, path, names, seen))]);
      if (best === "yes") break;
    }
    return best;
  }
  function isUsedIn(from: string, path: string, names: readonly string[] | null, seen: Set<string>): Answer {
    const file = modules.parsed(from);
    if (!file) return "maybe";
    const answers = leadingTo(resolver, file, path, from).flatMap(({ load, sure }) =>
      usesOf(load.node, names).map((use): Answer => {
        if (use.onwards !== undefined) {
          const used = isUsed(from, [use.onwards], seen);
          return sure && isReexport(load.node) ? used : both(used, "maybe");
        }
        const handed = use.isCall ? null : handedRunsIn(use.node, rolesIn(from), outside(from));
        const run = handed ?? runsIn(use.node, rolesIn(from), loader?.told, outside(from));
        return use.isCall && sure && names !== null ? run : both(run, "maybe");
      }),
    );
    return either(answers);
  }
  return {
    runs: (path, node) => both(isLoaded(path), runsIn(node, rolesIn(path), loader?.told, outside(path))),
    reaches: (path, site) => both(isLoaded(path), siteRunsIn(site, rolesIn(path), outside(path), loader?.told)),
  };
}
