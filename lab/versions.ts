import { release } from "node:os";

export type Version = readonly [major: number, minor: number, patch: number];

/** Reads the leading numbers of `6.1.0-37-amd64`, `v22.12.0` and the like; what is missing counts as 0. */
export function parseVersion(text: string): Version {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0), Number(found?.[3] ?? 0)];
}

export function atLeast(version: Version, major: number, minor = 0, patch = 0): boolean {
  const [a, b, c] = version;
  return a !== major ? a > major : b !== minor ? b > minor : c >= patch;
}

/** Debian names its kernel packages `6.1.0-…`; the version proper stands in `uname -v` only. */
export function kernelVersion(uts: { release: string; version: string }): Version {
  const debian = /Debian (\d+\.\d+\.\d+)/.exec(uts.version);
  return parseVersion(debian?.[1] ?? uts.release);
}

export function kernelRelease(): string {
  return release();
}
