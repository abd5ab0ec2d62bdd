export const HELP = `portreuse check [paths…]

Finds port mistakes in Node.js, Bun and Deno code: servers that state no reuse
policy, bind-before-connect, misuse of SO_REUSEPORT and SO_REUSEADDR.

Directories are searched for .js, .mjs, .cjs, .jsx, .ts, .mts, .cts and .tsx
files, and programs without an extension whose first line starts node, bun or
deno, that Git does not ignore; node_modules only where it is named. A file
that is named is checked whatever ignores it, even if it is generated.
Without a path: the working directory.
Files are read as UTF-8, or as UTF-16 where a byte order mark says so.

  -f, --format NAME     stylish (default), codeframe (code and one line on why),
                        json (ESLint's results, one for each file that was
                        checked), sarif (2.1.0), github (annotations)
      --rule NAME=LEVEL off, warn or error, or with options:
                        --rule 'require-reuse-option=["error",{"apis":"all"}]'
      --max-warnings N  exit with 0 while there are no errors and at most N warnings
  -q, --quiet           report errors only
      --include-generated
                        check bundles and minified code too: files over 1 MB, and
                        files that are mostly one line of over 5,000 characters
  -h, --help
  -v, --version

Levels and settings come from the "portreuse" key of the nearest package.json:
{ "node": ">=22.12", "runtime": "node", "platforms": ["linux"],
  "testFiles": ["**/*.test.*"], "rules": { "no-fixed-local-port": "off" } }

Exit codes: 0 nothing found; 1 findings; 2 wrong use, wrong settings, or something
could not be read: the rest is checked and reported all the same.
`;
