import { existsSync } from "node:fs";
import { nearest } from "../../../rules/src/nearest.ts";
import { flag, text, type Kind } from "../../../rules/src/setting-kinds.ts";
import type { InitializationOptions } from "./protocol.ts";

/** `settings` is looked at as settings. */
const KINDS: Readonly<Record<keyof Omit<InitializationOptions, "settings">, Kind<unknown>>> = {
  trusted: flag,
  docsDirectory: text("the path of a folder that is there", existsSync),
  eslintExtensionActive: flag,
  status: flag,
  setSeverity: flag,
};

/**
 * What is wrong with `initializationOptions`, one line each. Some editors send all their settings of a server as such, so a key
 * is wrong only where it is nearly one of ours.
 */
export function initializationProblems(options: InitializationOptions): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const where = `initializationOptions.${name}`;
    if (Object.hasOwn(KINDS, name))
      return value === undefined || value === null ? [] : KINDS[name as keyof typeof KINDS].problems(value, where);
    const near = name === "settings" ? null : nearest(name, [...Object.keys(KINDS), "settings"]);
    return near === null ? [] : [`${where}: no such option. Did you mean ${near}?`];
  });
}
