import { didYouMean, quoted } from "../nearest.ts";
import { COMMON, readOptions, UsageError } from "./options.ts";
import { say, type Streams } from "./streams.ts";
import { isVerb, VERB_NAMES, VERBS, type Verb } from "./verbs.ts";

/** `portreuse help [verb]`, and `--help` behind a verb. `wrong`: see `main`. @throws UsageError */
export function helpCommand(args: readonly string[], streams: Streams, _cwd: string, wrong: string[]): number {
  const [verb, ...more] = readOptions(args, COMMON, "help", wrong).positionals;
  if (verb === undefined) return say(streams, OVERVIEW);
  if (more.length > 0) wrong.push(`help takes one command, and ${more.join(", ")} was given too.`);
  if (!isVerb(verb)) throw new UsageError(`Unknown command ${quoted(verb)}. ${didYouMean(verb, VERB_NAMES)}`);
  return say(streams, HELP[verb]);
}

const OVERVIEW = `portreuse COMMAND [options]

Finds port mistakes in Node.js, Bun and Deno code: servers that state no reuse
policy, bind-before-connect, misuse of SO_REUSEPORT and SO_REUSEADDR.

${VERB_NAMES.map((verb) => `  ${verb.padEnd(8)}  ${VERBS[verb]}\n`).join("")}
  portreuse check            the working directory, without what Git ignores
  portreuse src 'lib/**/*.ts'
  portreuse ports            what the code opens, and who starts it
  portreuse who 3000         which process has the port
  portreuse explain EADDRINUSE

portreuse help COMMAND, or COMMAND --help, shows its options and exit codes. 2 is
wrong use of any command: each mistake is one line, and the rest is done all the same,
but nothing is written.
`;

const COLOUR = `      --color, --no-color
                        colours or not; else NO_COLOR and FORCE_COLOR decide, else
                        a terminal gets them
  -h, --help
`;

const HELP: Readonly<Record<Verb, string>> = {
  check: `portreuse [check] [paths…]

Finds port mistakes. Directories are searched for .js, .mjs, .cjs, .jsx, .ts, .mts,
.cts and .tsx files that Git does not ignore, and programs without an extension whose
first line starts node, bun or deno; node_modules only where it is named.
A file that is named is checked whatever ignores it, even if it is generated. Globs
in quotes are matched here: portreuse 'src/**/*.ts'.
Without a path: the working directory. A directory that has the name of a command
is written with its place: portreuse check ./rules.
Files are read as UTF-8, or as UTF-16 where a byte order mark says so.

  -f, --format NAME     stylish (default), codeframe (code and one line on why),
                        json (ESLint's results, one for each file that was
                        checked), sarif (2.1.0), github (annotations),
                        gitlab (code quality)
      --rule NAME=LEVEL off, warn or error, or with options:
                        --rule 'require-reuse-option=["error",{"apis":"all"}]'
      --max-warnings N  exit with 1 if there are more than N warnings; 0 for CI
  -q, --quiet           report errors only
      --since REF       check only files that have changed since the working branch
                        left REF, in commits or not, and what depends on them:
                        the rest of their programs, what those start, and all
                        below a changed configuration
      --stdin           check standard input
      --stdin-filename NAME
                        the file that it stands for: it decides about language and
                        settings, and need not be there; without it: stdin.js
      --fix-suggestions apply the first suggestion of each finding, if none before it
                        overlaps; then report what is left
      --dry-run         with it: change nothing, print a unified diff
      --eslint-config   use levels, options and settings of the project's ESLint
                        configuration, and its suppressions file, where package.json
                        lists eslint-plugin-portreuse. This runs the project's ESLint
                        and that configuration. --no-eslint-config: say nothing of it
      --include-generated
                        check bundles and minified code too: files over 1 MB, and
                        files that are mostly one line of over 5,000 characters
${COLOUR}
Levels and settings come from the key "portreuse" of the nearest package.json or
deno.json that has it:
{ "node": ">=22.12", "runtime": "node", "platforms": ["linux"],
  "testFiles": ["**/*.test.*"], "rules": { "no-fixed-local-port": "off" } }

Exit codes: 0 no errors, whatever warnings there are; 1 errors, or more warnings than
--max-warnings allows; 2 wrong use, wrong settings, or something could not be read:
the rest is checked and reported all the same. After a mistake in the options
--fix-suggestions writes nothing.
`,
  ports: `portreuse ports [paths…]

Lists what the code opens: port, or what is written for it; host; who may share the
port; the place; who starts it, in how many processes or threads, and where that is
written; and the conflicts, as the rules about ports find them. Nothing is run.
Paths are those of check; who starts a file is looked for in the whole project. Tests
are left out, and probes that close a port as soon as it is open.

  SHARED  no; reusePort, or on Linux alone; reuseAddr (datagrams); workers: by the
          primary of a cluster; maybe: it depends on what is not constant

  -f, --format NAME     table (default), json, markdown (with a Mermaid diagram)
      --include-generated
                        bundles and minified code too
${COLOUR}
Exit codes: 0 listed, whatever conflicts there are; 2 wrong use, wrong settings, or
something could not be read or parsed: the rest is listed all the same.
`,
  who: `portreuse who PORT…

Says which processes hold a port right now: program, pid, what it runs, since when,
whose it is, its working directory, and how many connections are in TIME_WAIT.
A port is of TCP, and of UDP as well where a datagram socket has it; 5353/udp, or udp
before the ports, asks for UDP alone: portreuse who 3000 5353/udp.

It reads /proc/net and /proc/PID/fd of this machine, in the network namespace of this
process, and sends nothing. Linux only. After 40 ms of looking through processes, and
where they are another user's, it says that the owner was not determined. A TCP socket
that is bound and neither listens nor is connected stands in none of these tables.

  -f, --format NAME     text (default), json
${COLOUR}
Exit codes: 0 answered, whether the port is held or free; 2 wrong use, or not Linux:
the other ports are answered all the same.
`,
  rules: `portreuse rules

Lists the rules: name, severity where nothing else is set, and what it is about.

  -f, --format NAME     text (default), json
${COLOUR}
Exit codes: 0; 2 wrong use: they are listed all the same.
`,
  explain: `portreuse explain NAME…

Shows the page about a rule (require-reuse-option), an error code (EADDRINUSE,
EADDRNOTAVAIL, ENOTSUP, …) or a fact (listener-blocks-reuse-addr).

${COLOUR}
Exit codes: 0 shown; 2 wrong use: what is known is shown all the same.
`,
  init: `portreuse init [directory]

Writes the key "portreuse" into the nearest package.json: runtime, platforms, node and
listens, as far as files of the project say so, and says why. It asks nothing.
Indentation and the end of the file stay as they are.

      --force           replace these four where the key is there already; what else
                        stands in it stays
${COLOUR}
Exit codes: 0 written, or nothing was found out; 2 wrong use, no package.json, one that
cannot be read or written, or one that has the key already: nothing is written then.
`,
  help: `portreuse help [command]

Shows the commands, or the help of one.

Exit codes: 0; 2 wrong use.
`,
  version: `portreuse version

Shows the version.

Exit codes: 0; 2 wrong use.
`,
};
