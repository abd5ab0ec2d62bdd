import type { ESLint, Linter, Rule } from "eslint";

declare namespace portreuse {
  /** The short names of the rules; in a configuration each stands behind the plugin's name: `portreuse/…`. */
  type RuleName =
    | "no-agent-per-request"
    | "no-bind-before-connect"
    | "no-cluster-bypass"
    | "no-duplicate-listen"
    | "no-ephemeral-server-port"
    | "no-fixed-local-port"
    | "no-ignored-socket-option"
    | "no-late-socket-option"
    | "no-listen-on-import"
    | "no-mixed-reuse-port"
    | "no-shared-ephemeral-udp-port"
    | "no-silent-port-sharing"
    | "no-unguarded-reuse-port"
    | "no-unheard-listen-error"
    | "no-unicast-reuse-addr"
    | "no-worker-port-conflict"
    | "require-exit-on-signal"
    | "require-multicast-reuse-addr"
    | "require-reuse-option"
    | "valid-listen-arguments"
    | "valid-multicast-membership"
    | "valid-settings";

  /** `settings.portreuse`: what all rules share. What is not said here is read from package.json. */
  interface Settings {
    /** Versions of Node.js that the code runs on, as a semver range such as `">=22.12"`. Absent: `engines.node` of the nearest package.json. */
    node?: string;
    /** What runs the code. Absent: what the file imports and the nearest package.json names, else Node.js. */
    runtime?: "node" | "bun" | "deno";
    /** Platforms that the code runs on, by the names of `process.platform`. Absent: `os` of the nearest package.json, else all of them. */
    platforms?: readonly string[];
    /** Globs of test files, relative to the folder; these are not checked. With an empty list every file is checked. Absent: files `*.test.*`, `*.spec.*` and `*.bench.*`, files named `testutil(s)` or `test-helper(s)`, and folders called `test(s)`, `spec(s)`, `e2e`, `bench`, `benchmark(s)`, `fixtures` or `mocks`, in any case and also at the end of a name, after `-`, `_` or with a capital, such as `hl-tests`, `__fixtures__` or `integrationTests`, and folders such as `test-unit`. */
    testFiles?: readonly string[];
    /** How the project opens its ports where a call does not say: `single` (one process; a second one has to fail) or `shared` (several processes share the port). Absent: undecided. */
    listens?: "single" | "shared";
    /** How files are started where the code does not show it, by their paths relative to the folder, such as `{ "src/worker.js": { "as": "cluster", "count": 4 } }`. `as`: `cluster` (`node:cluster` workers), `threads`, `processes` or `once`; `count`: how many, or `"many"`. Absent: what code, scripts and process managers show. */
    launches?: Readonly<Record<string, { as: "cluster" | "threads" | "processes" | "once"; count?: number | "many" }>>;
    /** Whether other files of the project are read to find out what runs the code. Absent: `true`. */
    program?: boolean;
  }

  interface Plugin extends ESLint.Plugin {
    meta: { name: string; version: string; namespace: string };
    rules: Record<RuleName, Rule.RuleModule>;
    configs: {
      /** Each rule at the level that fits most projects. */
      recommended: Linter.Config;
      /** Each rule as an error. */
      strict: Linter.Config;
    };
  }
}

declare const portreuse: portreuse.Plugin;

export = portreuse;
