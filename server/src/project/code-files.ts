import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { startsRuntime } from "../../../rules/src/program/extensions.ts";

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/i;

/** Whether a file's name says JavaScript or TypeScript. */
export function isCode(path: string): boolean {
  return CODE.test(path);
}

/** Whether a file is JavaScript or TypeScript: by its name, or a program without an extension by its first line. */
export function holdsCode(path: string): boolean {
  return isCode(path) || (!basename(path).includes(".") && beginsWithRuntime(path));
}

function beginsWithRuntime(path: string): boolean {
  let file;
  try {
    // A pipe that nobody writes to would never be open.
    if (!statSync(path).isFile()) return false;
    file = openSync(path, "r");
    const start = Buffer.alloc(128);
    return startsRuntime(start.toString("latin1", 0, readSync(file, start)));
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
