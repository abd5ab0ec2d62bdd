import type { Words } from "./launch.ts";
import { argumentsOf, set } from "./options.ts";

interface Wrapper {
  /** Options that take the next word. */
  valued?: ReadonlySet<string>;
  /** Words of its own before the command: `run`, a time. */
  words?: RegExp;
  /** How many other words come first. */
  skip?: number;
}

/** Programs that run what follows them, unchanged but for the environment. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  env: { valued: set("-u --unset -C --chdir -S") },
  "cross-env": {},
  "cross-env-shell": {},
  exec: {},
  command: {},
  time: {},
  nohup: {},
  setsid: {},
  nice: { valued: set("-n --adjustment") },
  sudo: { valued: set("-u --user -g --group") },
  gosu: { skip: 1 },
  "su-exec": { skip: 1 },
  timeout: { valued: set("-s --signal -k --kill-after"), skip: 1 },
  "dumb-init": { valued: set("-r --rewrite") },
  tini: { valued: set("-p -e") },
  catatonit: {},
  dotenv: { valued: set("-e -v -p -c") },
  "dotenv-cli": { valued: set("-e -v -p -c") },
  dotenvx: { valued: set("-f --env-file -e --env -fk"), words: /^run$/ },
  "env-cmd": { valued: set("-f --file -e --environments -r --rc-file") },
  doppler: { valued: set("-p --project -c --config"), words: /^run$/ },
  npx: { valued: set("-p --package") },
  bunx: { valued: set("-p --package") },
  pnpx: { valued: set("--package") },
  c8: { valued: set("-r --reporter -o --reports-dir -x --exclude -n --include") },
  nyc: { valued: set("-r --reporter -x --exclude -n --include") },
};

const RUNS_A_BIN: Readonly<Record<string, RegExp>> = {
  npm: /^(?:exec|x)$/,
  pnpm: /^(?:exec|dlx)$/,
  yarn: /^(?:exec|dlx)$/,
  bun: /^x$/,
};

/** The command inside a wrapper; null where there is none. */
export function unwrapped(words: Words): Words | null {
  const [first, second, ...others] = words;
  const name = first?.split("/").at(-1) ?? "";
  if (Object.hasOwn(RUNS_A_BIN, name) && typeof second === "string" && RUNS_A_BIN[name]?.test(second))
    return commandOf({ valued: set("-p --package -c --call -w --workspace") }, others);
  return Object.hasOwn(WRAPPERS, name) ? commandOf(WRAPPERS[name] as Wrapper, words.slice(1)) : null;
}

function commandOf({ valued = new Set(), words, skip = 0 }: Wrapper, all: Words) {
  const { rest, after } = argumentsOf(all, valued, true);
  let command = rest.length > 0 ? rest : after;
  const [first] = command;
  if (words && typeof first === "string" && words.test(first)) {
    const inner = argumentsOf(command.slice(1), valued, true);
    command = inner.rest.length > 0 ? inner.rest : inner.after;
  }
  return command.slice(skip);
}
