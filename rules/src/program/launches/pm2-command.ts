import { pathIn, type Context, type Launch, type Started, type Words } from "./launch.ts";
import { argumentsOf, PM2_VALUED, set } from "./options.ts";
import { appLaunches, UNKNOWN, type Maybe, type Pm2App } from "./pm2-app.ts";
import { configLaunches, isPm2Config } from "./pm2-config.ts";

const STARTS = set("start startOrRestart startOrReload startOrGracefulReload restart reload");

/** `pm2 start x -i max`, `pm2-runtime x`, `pm2 start ecosystem.config.js --only web`. */
export function pm2Command(words: Words, context: Context): Started {
  const { options, rest, after } = argumentsOf(words, PM2_VALUED, false);
  const targets = STARTS.has(rest[0] ?? "") ? rest.slice(1) : rest;
  // Anything else that pm2 does (logs, save, delete) starts nothing; pm2-runtime needs no verb.
  if (targets === rest && !/\.|\s/.test(rest[0] ?? "")) return { launches: [], detached: false };
  const option = (...names: string[]): Maybe<string> => {
    const value = names.map((name) => options.get(name)).find((each) => each !== undefined);
    return value === null ? UNKNOWN : typeof value === "string" ? value : undefined;
  };
  const only = option("--only");
  const launches = targets.flatMap((target): Launch[] => {
    if (target !== null && isPm2Config(target)) {
      // `-i` says nothing to the apps of a configuration: pm2 takes it there as a number only, and gets a string.
      const path = pathIn(context.cwd, target);
      if (only !== UNKNOWN) return configLaunches(path, context, only?.split(/[, ]/));
      return configLaunches(path, context).map((launch) => ({ ...launch, always: false }));
    }
    const app: Pm2App = {
      script: target ?? UNKNOWN,
      cwd: option("--cwd"),
      execMode: options.has("-x") || options.has("--execute-command") ? "fork" : undefined,
      instances: option("-i", "--instances"),
      interpreter: option("--interpreter"),
      args: after,
      incrementVar: undefined,
      environment: {},
    };
    return appLaunches(app, context);
  });
  return { launches, detached: !options.has("--no-daemon") && !options.has("--attach") };
}
