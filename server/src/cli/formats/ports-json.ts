import type { At, Listen, PortMap } from "../../map/model.ts";
import { conflictCount } from "../../map/words.ts";

/** Goes up when a reader of the old shape would misread the new one; keys may be added. */
const VERSION = 1;

/** The map for programs: docs/ports.md describes the shape. `shown`: how a path is written. */
export function portsJson(map: PortMap, shown: (path: string) => string): string {
  const { listens, files } = map;
  const place = ({ path, line, column }: At) => ({ path: shown(path), line, column });
  const listen = ({ at, call, transport, port, host, sharing, starts, programs, conflicts }: Listen) => ({
    ...place(at),
    call,
    transport,
    port,
    host,
    sharing,
    starts: starts.map(({ kind, count, proven, entry, at: from }) => ({
      kind,
      count,
      proven,
      entry: entry === null ? null : shown(entry),
      at: from === null ? null : place(from),
    })),
    programs: programs.map(shown),
    conflicts: conflicts.map(({ rule, message, help, at: where, related }) => ({
      rule,
      message,
      help,
      at: place(where),
      related: related.map((each) => ({ at: place(each.at), message: each.message })),
    })),
  });
  return `${JSON.stringify({ version: VERSION, files, conflicts: conflictCount(map), listens: listens.map(listen) }, null, 2)}\n`;
}
