import type { ESLint, Linter, Rule } from "eslint";

declare namespace portreuse {
  /** The short names of the rules; in a configuration each stands behind the plugin's name: `portreuse/…`. */
  type RuleName =
    | "no-bind-before-connect"
    | "no-cluster-bypass"
    | "no-ephemeral-server-port"
    | "no-fixed-local-port"
    | "no-ignored-socket-option"
    | "no-late-socket-option"
    | "no-mixed-reuse-port"
    | "no-shared-ephemeral-udp-port"
    | "no-silent-port-sharing"
    | "no-unguarded-reuse-port"
    | "no-unicast-reuse-addr"
    | "no-worker-port-conflict"
    | "require-multicast-reuse-addr"
    | "require-reuse-option";

  /** `settings.portreuse`: what all rules share. What is not said here is read from package.json. */
  interface Settings {
    /** A semver range of the Node.js versions that the code runs on. */
    node?: string;
    runtime?: "node" | "bun" | "deno";
    /** `process.platform` names. */
    platforms?: readonly string[];
    /** Globs relative to the working directory; no rule looks into files that match. */
    testFiles?: readonly string[];
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
