/** What strace has to note: everything that connects, runs a program or changes a file. */
export const CALLS =
  "trace=network,execve,execveat,open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat";

/** What nobody wants to see in such a log. */
export function trespasses(calls: readonly string[]): string[] {
  return calls.filter((line) => {
    if (/ = -1 E(?:NOENT|ACCES|NOTDIR|EXIST)\b/.test(line)) return false;
    const [, call = "", rest = ""] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
    // esbuild belongs to the loader that compiles our sources for the test.
    if (call === "execve") return !/^"[^"]*\/(?:node|git|node_modules\/@esbuild\/[\w-]+\/bin\/esbuild)"/.test(rest);
    if (/^open/.test(call) || call === "creat")
      return /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(rest) && !/"\/dev\/(?:null|tty|pts\/)/.test(rest);
    if (/^(?:socket|socketpair)$/.test(call)) return !/^AF_UNIX/.test(rest);
    if (call === "connect" || call === "bind" || call === "sendto") return !/AF_UNIX|NULL/.test(rest);
    return /^(?:rename|unlink|mkdir|link|symlink|truncate|chmod|fchmod)/.test(call);
  });
}

/**
 * The lines of the processes that run something, and of all that they start; of a log with the calls that start others.
 * A process may be quicker to run a program than the one that started it is to hear of it, so the log is read twice.
 */
export function ofProcesses(calls: readonly string[], isIt: (execve: string) => boolean): string[] {
  const own = new Set<string>();
  const started: [parent: string, child: string][] = [];
  for (const line of calls) {
    const [, pid = "", rest = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.startsWith("execve(") && isIt(rest)) own.add(pid);
    const child = /^(?:<\.\.\. )?(?:clone3?|v?fork)\b.* = (\d+)$/.exec(rest)?.[1];
    if (child !== undefined) started.push([pid, child]);
  }
  for (let before = -1; before !== own.size;) {
    before = own.size;
    for (const [parent, child] of started) if (own.has(parent)) own.add(child);
  }
  return calls.filter((line) => own.has(/^\d+/.exec(line)?.[0] ?? ""));
}

/** The calls that leave the machine: to another address than its own. */
export function leaving(calls: readonly string[]): string[] {
  return calls.filter(
    (line) =>
      /^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(/.test(line) &&
      /\bAF_INET6?\b/.test(line) &&
      !/inet_addr\("127\.[\d.]+"\)|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/.test(line),
  );
}

/** Files that are written, made, renamed or deleted below a folder; absolute path. */
export function writtenBelow(folder: string, calls: readonly string[]): string[] {
  return trespasses(calls).filter((line) => line.includes(`"${folder}/`) && !/^\d+ +execve/.test(line));
}
