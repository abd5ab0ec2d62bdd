import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

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
      // What is a type alone vanishes when it is imported; the client may use the server's types, never its code.
      "@typescript-eslint/no-import-type-side-effects": "error",
      "no-irregular-whitespace": ["error", { skipComments: true }],
      "no-control-regex": "off",
    },
  },
);
