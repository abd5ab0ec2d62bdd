import apollo from "./apollo.ts";
import bun from "./bun.ts";
import cluster from "./cluster.ts";
import clients from "./clients.ts";
import deno from "./deno.ts";
import devServers from "./dev-servers.ts";
import dgram from "./dgram.ts";
import elysia from "./elysia.ts";
import express from "./express.ts";
import fastify from "./fastify.ts";
import ffi from "./ffi.ts";
import grpc from "./grpc.ts";
import hapi from "./hapi.ts";
import hono from "./hono.ts";
import http from "./http.ts";
import http2 from "./http2.ts";
import httpProxy from "./http-proxy.ts";
import hyperExpress from "./hyper-express.ts";
import nestjs from "./nestjs.ts";
import net from "./net.ts";
import { nonServers } from "./non-servers.ts";
import socketIo from "./socket-io.ts";
import tls from "./tls.ts";
import type { Entry, Package } from "./types.ts";
import undici from "./undici.ts";
import uws from "./uws.ts";
import ws from "./ws.ts";

/** Every package that is known, in the order of the README's table. */
export const packages: readonly Package[] = [
  net,
  tls,
  http,
  http2,
  dgram,
  cluster,
  express,
  fastify,
  nestjs,
  hapi,
  hono,
  apollo,
  ws,
  socketIo,
  grpc,
  httpProxy,
  devServers,
  bun,
  deno,
  elysia,
  uws,
  hyperExpress,
  undici,
  ...clients,
  ffi,
];

const entries = new Map<string, Entry>();
const modules = new Map<string, Package>();
const globals = new Map<string, string>();
for (const each of packages) {
  for (const name of each.modules) modules.set(name, each);
  for (const [key, entry] of Object.entries(each.entries)) entries.set(key, entry);
  for (const [name, path] of Object.entries(each.globals ?? {})) globals.set(name, path);
}

/** The last names of everything that does something to a socket: a call of any other name need not be resolved. */
export const callNames: ReadonlySet<string> = new Set([
  "default",
  ...[...entries].flatMap(([key, entry]) =>
    entryAt(entry.alias ?? key)?.does ? [key.slice(Math.max(key.lastIndexOf("#"), key.lastIndexOf(".")) + 1)] : [],
  ),
]);

/** The module's name without `node:`; for a copy kept elsewhere that of the package. */
export function canonicalModule(specifier: string): string {
  const name = specifier.startsWith("node:") ? specifier.slice(5) : specifier;
  return packages.find((each) => each.copies?.test(name))?.modules[0] ?? name;
}

/** The row with this key, aliases followed. */
export function entryAt(key: string): Entry | undefined {
  const entry = entries.get(key);
  return entry?.alias === undefined ? entry : entryAt(entry.alias);
}

/** The key after aliases. */
export function canonicalKey(key: string): string {
  const alias = entries.get(key)?.alias;
  return alias === undefined ? key : canonicalKey(alias);
}

/** The row of a method or property of a type, looked up along `extends`. */
export function memberAt(type: string, name: string): Entry | undefined {
  for (let at: string | undefined = type; at; at = entryAt(at)?.extends) {
    const entry = entryAt(`${at}#${name}`);
    if (entry) return entry;
  }
  return undefined;
}

/** Whether `type` is `ancestor` or extends it. */
export function isA(type: string, ancestor: string): boolean {
  for (let at: string | undefined = type; at; at = entryAt(at)?.extends) if (at === ancestor) return true;
  return false;
}

/** Whether two types have a common ancestor: both are servers, both are sockets. */
export function areRelated(a: string, b: string): boolean {
  for (let at: string | undefined = a; at; at = entryAt(at)?.extends) if (isA(b, at)) return true;
  return false;
}

/** The same export of two modules that are alike, or two such modules themselves: `http.request` and `https.request`, `net` and `tls`. */
export function areNamesakes(a: string, b: string): boolean {
  const [x, y] = [a, b].map((path) => [...modules.keys()].find((each) => path === each || path.startsWith(`${each}.`)));
  if (x === undefined || y === undefined || x === y) return false;
  const tail = a.slice(x.length);
  if (tail !== b.slice(y.length)) return false;
  return tail === ""
    ? [...entries.keys()].some((key) => key.startsWith(`${x}.`) && entries.has(`${y}${key.slice(x.length)}`))
    : entries.has(a) && entries.has(b);
}

/** Whether a module specifier is that of a package, or of a copy of it. */
export function isKnownModule(specifier: string): boolean {
  return modules.has(canonicalModule(specifier));
}

/** Whether a module or a global has a row of this name, or one below it. */
export function hasMember(path: string, name: string): boolean {
  return entries.has(`${path}.${name}`) || [...entries.keys()].some((key) => key.startsWith(`${path}.${name}.`));
}

export function globalPath(name: string): string | undefined {
  return globals.get(name);
}

export function isNonServer(module: string): boolean {
  return nonServers.some((each) => (typeof each === "string" ? each === module : each.test(module)));
}
