import { memberAt, packages } from "../../rules/src/catalogue/index.ts";
import type { Entry, Operation, Package } from "../../rules/src/catalogue/types.ts";
import { table } from "./sections.ts";

const SHOWN = 4;

const FATES: Readonly<Record<NonNullable<Operation["reusePort"]>, string>> = {
  forwarded: "reaches the socket",
  dropped: "is silently ignored",
  refused: "is refused with an error",
  default: "is on unless told otherwise",
};

/** The README's table "What is recognised". */
export function recognisedTable(): string {
  return table(
    ["Package", "Servers and UDP sockets", "Connections", "`reusePort` given to it"],
    packages.map((pkg) => [nameOf(pkg), names(pkg, isServer), names(pkg, isClient), fate(pkg)]),
  );
}

function nameOf({ name, docs }: Package): string {
  return docs === undefined ? name : `[${name}](${docs})`;
}

/** The rows of a package and, for its types, the methods of their base that open a port: `tls.Server` listens as `net.Server` does. */
function rowsOf({ entries }: Package): (readonly [key: string, entry: Entry])[] {
  const own = Object.entries(entries).filter(([, entry]) => entry.alias === undefined);
  const inherited = own.flatMap(([key, { extends: base }]) => {
    const listen = base === undefined || `${key}#listen` in entries ? undefined : memberAt(base, "listen");
    return listen ? [[`${key}#listen`, listen] as const] : [];
  });
  return [...own, ...inherited];
}

function isServer({ does }: Entry): boolean {
  return does?.op === "listen" || (does?.op === "create" && does.transport === "udp") || does?.op === "bind";
}

function isClient({ does }: Entry): boolean {
  return does?.op === "connect";
}

/** The APIs of a package that do such a thing, the first few by name; raw calls through FFI are functions of the C library. */
function names(pkg: Package, isWanted: (entry: Entry) => boolean): string {
  const rows = rowsOf(pkg).filter(([, entry]) => isWanted(entry));
  if (rows.length === 0 && Object.values(pkg.entries).some((entry) => entry.cSymbols ?? entry.cFunction)) {
    return isWanted === isServer
      ? "`socket`, `setsockopt`, `bind`, `listen`"
      : "`socket`, `setsockopt`, `bind`, `connect`";
  }
  const shown = rows.slice(0, SHOWN).map(([key]) => `\`${apiName(key, pkg)}\``);
  return [...shown, ...(rows.length > SHOWN ? [`${rows.length - SHOWN} more`] : [])].join(", ");
}

/** How code spells a row: `http.Agent` is constructed, `deno.serve` hangs on a global, and a scoped package is imported by its names. */
function apiName(key: string, { modules, globals = {} }: Package): string {
  const module =
    modules.filter((known) => key === known || key.startsWith(`${known}.`)).sort((a, b) => b.length - a.length)[0] ??
    "";
  const rest = key.slice(module.length).replace(/^\./, "");
  const global = Object.keys(globals).find((word) => globals[word] === module);
  const name = module.startsWith("@") ? rest : [global ?? module, rest].filter((part) => part !== "").join(".");
  return /^[A-Z]\w*$/.test(rest) ? `new ${name}()` : `${name}()`;
}

function fate(pkg: Package): string {
  const operations = rowsOf(pkg).flatMap(([, { does }]) => (does?.reusePort && does.op !== "connect" ? [does] : []));
  const fates = [
    ...new Set(
      operations.map(
        (does) => FATES[does.reusePort as keyof typeof FATES] + (does.positionalDrops ? " in the options form" : ""),
      ),
    ),
  ];
  return fates.join("; ");
}
