import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const alone = { regex: "/(?:server|client|lab|test)/", message: "The plugin stands on its own." };

/** Imports that some files may not make: the layers below know nothing of those above. The last entry that fits a file counts. */
function layer(files, ...patterns) {
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

export default defineConfig(
  globalIgnores(["**/dist/", "test-fixtures/", ".cache/", "lab/results/"]),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    rules: {
      // The compiler looks for what is unused; it does not know catch clauses and rest siblings that stand there for a reason.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none", ignoreRestSiblings: true },
      ],
      // Indexed access is checked by the compiler, and where a place is known to hold something the code says so.
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-irregular-whitespace": ["error", { skipComments: true }],
      "no-control-regex": "off",
    },
  },
  layer(["rules/src/**"], alone),
  layer(["rules/src/rules/**"], alone, {
    regex: "/engine\\.ts$|/catalogue/(?!index\\.ts$)",
    message: "A rule is policy: it reads sites and their context.",
  }),
  layer(["rules/src/sockets/**"], alone, {
    regex: "/rules/|/engine\\.ts$",
    message: "Rules read sites, never the other way round.",
  }),
  layer(["rules/src/sockets/resolve.ts"], alone, {
    regex: "/sites\\.ts$|^\\.\\./",
    message: "Resolving comes before sites.",
  }),
  layer(["rules/src/catalogue/**"], {
    regex: "^\\.\\./(?!kernel/facts\\.ts$)",
    message: "The catalogue is data: it knows itself and the facts that it names.",
  }),
  layer(["rules/src/kernel/*.ts"], {
    regex: "^\\.\\./",
    message: "What kernels and runtimes do depends on nothing of ours.",
  }),
  layer(["rules/src/kernel/facts/**"], {
    regex: "^\\.\\./(?!fact\\.ts$)",
    message: "What kernels and runtimes do depends on nothing of ours.",
  }),
  layer(["server/src/**"], { regex: "/client/|^vscode$", message: "The server does not know who asks." }),
  layer(
    ["server/src/service/**"],
    {
      regex: "/(?:server|cli)\\.ts$|/(?:cli|server|client)/|^vscode-languageserver(?:/|$)",
      message: "The service is pure: it has no connection.",
    },
    {
      regex: "^node:(?:fs|child_process|worker_threads)",
      message: "The service is pure: its caller reads and writes.",
    },
  ),
  // Writes the module of texts that the service reads; it runs when somebody changes them.
  { files: ["server/src/service/connect-helper/embed.ts"], rules: { "no-restricted-imports": "off" } },
  layer(["client/src/**"], {
    regex: "/(?:rules|server)/",
    message: "The client speaks to the server over the protocol alone.",
  }),
);
