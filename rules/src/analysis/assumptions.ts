/**
 * Stand-ins for what differs from process to process: `process.platform` → "linux". Paths as the resolver gives them.
 */
export type Assumptions = Readonly<Record<string, unknown>>;

const PLATFORM_PATHS = ["process.platform", "os.platform()", "deno.build.os"] as const;
const OS_TYPE: Readonly<Record<string, string>> = {
  linux: "Linux",
  darwin: "Darwin",
  win32: "Windows_NT",
  freebsd: "FreeBSD",
  openbsd: "OpenBSD",
  netbsd: "NetBSD",
  sunos: "SunOS",
  aix: "AIX",
  android: "Android",
};

/** What is true in a process on this `process.platform`. */
export function onPlatform(platform: string): Assumptions {
  const deno = platform === "win32" ? "windows" : platform;
  return {
    ...Object.fromEntries(PLATFORM_PATHS.map((path) => [path, path === "deno.build.os" ? deno : platform])),
    "os.type()": OS_TYPE[platform] ?? platform,
  };
}
