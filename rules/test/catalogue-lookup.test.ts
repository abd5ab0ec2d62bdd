import assert from "node:assert/strict";
import {
  areNamesakes,
  areRelated,
  canonicalKey,
  canonicalModule,
  entryAt,
  globalPath,
  hasMember,
  isA,
  isCallName,
  isKnownModule,
  isNonServer,
  isPortFinder,
  mayReachC,
  memberAt,
  namesModule,
  opensPorts,
} from "../src/catalogue/index.ts";

/** What a question is answered with, for each of its arguments. */
function answers<A extends readonly string[]>(
  title: string,
  ask: (...given: A) => unknown,
  rows: readonly (readonly [given: A, expected: unknown])[],
): void {
  describe(title, () => {
    for (const [given, expected] of rows)
      it(`${given.join(", ")}: ${String(expected)}`, () => assert.equal(ask(...given), expected));
  });
}

answers("the name of a call", isCallName, [
  [["listen"], true],
  [["createServer"], true],
  [["default"], true],
  [["Listen"], false],
  [["net.connect"], false],
  [["addMembership"], false],
]);
answers("the name of a call that opens a port", opensPorts, [
  [["listen"], true],
  [["bind"], true],
  [["serve"], true],
  [["get"], false],
  [["default"], false],
  [["express"], false],
]);
answers("a text that names a module", namesModule, [
  [['import "net";'], true],
  [["import 'node:net';"], true],
  [["import(`undici`)"], true],
  [['import "@nestjs/core";'], true],
  [['import "socket.io";'], true],
  [['import "socketXio";'], false],
  [['import "my-net";'], false],
  [['import "networks";'], false],
  [['import "nodeXnet";'], false],
  [["net"], false],
  [[""], false],
]);
answers("a text that may reach the C library", mayReachC, [
  [['require("koffi")'], true],
  [['require("ffi-napi")'], true],
  [['require("@napi-ffi/ffi-napi")'], true],
  [['import "bun:ffi";'], true],
  [["Deno.dlopen(x)"], true],
  [["koffiX"], false],
  [["Xkoffi"], false],
  [["dlopenAll"], false],
  [["nothing"], false],
  [[""], false],
]);
answers("what a module is called in the catalogue", canonicalModule, [
  [["node:net"], "net"],
  [["net"], "net"],
  [["@btc-vision/hyper-express"], "hyper-express"],
  [["other"], "other"],
]);
answers("a module that is known", isKnownModule, [
  [["node:net"], true],
  [["express"], true],
  [["@btc-vision/hyper-express"], true],
  [["expressive"], false],
]);
answers("the key of a row", canonicalKey, [
  [["net.Stream"], "net.Socket"],
  [["net.Server#listen"], "net.Server#listen"],
  [["nothing"], "nothing"],
]);
answers("a row under another name", (key) => entryAt(key) === entryAt("net.Socket") && entryAt(key) !== undefined, [
  [["net.Stream"], true],
  [["net.Server"], false],
  [["nothing"], false],
]);
answers(
  "a member of a type, or of what it extends",
  (type, name) => memberAt(type, name) === entryAt("net.Server#listen"),
  [
    [["net.Server", "listen"], true],
    [["http2.Http2Server", "listen"], true],
    [["http.Server", "listen"], false],
    [["net.Server", "nothing"], false],
    [["nothing", "listen"], false],
  ],
);
answers("a type that is another one", isA, [
  [["https.Server", "net.Server"], true],
  [["https.Server", "https.Server"], true],
  [["net.Server", "https.Server"], false],
  [["tls.Server", "http.Server"], false],
]);
answers("types that are related", areRelated, [
  [["https.Server", "tls.Server"], true],
  [["net.Server", "https.Server"], true],
  [["net.Server", "net.Server"], true],
  [["net.Server", "net.Socket"], false],
]);
answers("paths that mean the same of two modules", areNamesakes, [
  [["http.createServer", "https.createServer"], true],
  [["http", "https"], true],
  [["http.createServer", "http.createServer"], false],
  [["http.createServer", "https.request"], false],
  [["http.nothing", "https.nothing"], false],
  [["other.createServer", "https.createServer"], false],
  [["http.createServer", "other.createServer"], false],
  [["httpX.createServer", "https.createServer"], false],
]);
answers("a name that a module has", hasMember, [
  [["net", "createServer"], true],
  [["@nestjs/core", "NestFactory"], true],
  [["net", "create"], false],
  [["net", "nothing"], false],
]);
answers("what a global stands for", globalPath, [
  [["Bun"], "bun"],
  [["Deno"], "deno"],
  [["fetch"], "undici.fetch"],
  [["net"], undefined],
]);
answers("a package that finds a port", isPortFinder, [
  [["get-port"], true],
  [["get-port-x"], false],
]);
answers("a package whose `listen` opens none", isNonServer, [
  [["express"], false],
  [["net"], false],
]);
