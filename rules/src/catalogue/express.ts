import { listen } from "./http.ts";
import type { Operation, Package } from "./types.ts";

const emitting: Operation = { ...listen, again: "opens", emitsError: {} };

/** Frameworks whose `listen(...args)` hands all its arguments to the `listen` of an http.Server that it makes. */
const express: Package = {
  name: "express, connect, koa, polka, restify",
  modules: [
    "express",
    "connect",
    "koa",
    "polka",
    "restify",
    "express-ws",
    "@feathersjs/express",
    "@feathersjs/koa",
    "json-server",
  ],
  triggers: [".listen"],
  docs: "https://expressjs.com/en/api.html#app.listen",
  entries: {
    express: { returns: "express.Application" },
    "express.Application": { type: true, appErrors: "nothing" },
    "express.Express": { alias: "express.Application" },
    "express.Application#listen": {
      returns: "http.Server",
      does: { ...listen, again: "opens", emitsError: { callbackSince: { name: "express", version: "5.0.0" } } },
    },
    ...Object.fromEntries(
      ["use", "set", "post", "put", "patch", "delete", "all", "enable", "disable", "engine", "param", "on", "once"].map(
        (name) => [`express.Application#${name}`, { returns: "this" }],
      ),
    ),
    // With a name alone it reads a setting.
    "express.Application#get": { returns: "this", returnsFrom: 2 },
    connect: { returns: "connect.Server" },
    "connect.Server": { type: true, extends: "express.Application", appErrors: "nothing" },
    "connect.Server#listen": { returns: "http.Server", does: emitting },
    koa: { returns: "koa.Application" },
    "koa.Application": { type: true, extends: "express.Application", appErrors: "requests" },
    "koa.Application#listen": { returns: "http.Server", does: emitting },
    polka: { returns: "polka.Polka" },
    "polka.Polka": { type: true },
    "polka.Polka#listen": { returns: "this", does: { ...listen, emitsError: { by: "server" } } },
    "polka.Polka#server": { property: "http.Server" },
    ...Object.fromEntries(
      ["use", "get", "post", "put", "patch", "delete", "all", "add"].map((name) => [
        `polka.Polka#${name}`,
        { returns: "this" },
      ]),
    ),
    "restify.createServer": { returns: "restify.Server" },
    "restify.Server": { type: true, extends: "http.Server" },
    "@feathersjs/express": { returns: "@feathersjs/express.Application" },
    "@feathersjs/express.default": { returns: "@feathersjs/express.Application" },
    "@feathersjs/express.Application": { extends: "express.Application" },
    "@feathersjs/express.Application#listen": { returns: "http.Server", does: listen },
    "@feathersjs/koa.koa": { returns: "@feathersjs/express.Application" },
    "json-server.create": { returns: "@feathersjs/express.Application" },
  },
};
export default express;
