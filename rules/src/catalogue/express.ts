import { listen } from "./http.ts";
import type { Package } from "./types.ts";

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
    "express.Application": { type: true },
    "express.Express": { alias: "express.Application" },
    "express.Application#listen": { returns: "http.Server", does: { ...listen, again: "opens" } },
    ...Object.fromEntries(
      [
        "use",
        "set",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "all",
        "enable",
        "disable",
        "engine",
        "param",
        "on",
        "once",
      ].map((name) => [`express.Application#${name}`, { returns: "this" }]),
    ),
    connect: { returns: "express.Application" },
    "connect.Server": { alias: "express.Application" },
    koa: { returns: "express.Application" },
    "koa.Application": { alias: "express.Application" },
    polka: { returns: "polka.Polka" },
    "polka.Polka": { type: true },
    "polka.Polka#listen": { returns: "this", does: listen },
    "polka.Polka#server": { property: "http.Server" },
    ...Object.fromEntries(
      ["use", "get", "post", "put", "patch", "delete", "all", "add"].map((name) => [
        `polka.Polka#${name}`,
        { returns: "this" },
      ]),
    ),
    "restify.createServer": { returns: "restify.Server" },
    "restify.Server": { type: true, extends: "http.Server" },
    "@feathersjs/express": { returns: "express.Application" },
    "@feathersjs/express.default": { returns: "express.Application" },
    "@feathersjs/koa.koa": { returns: "express.Application" },
    "json-server.create": { returns: "express.Application" },
  },
};
export default express;
