import { ends } from "./ends.ts";
import type { Ignored, Operation, Package } from "./types.ts";

/** Clients that hand localAddress to net.connect. */
const forwards = (...forms: Operation["forms"]): Operation => ({
  op: "connect",
  transport: "tcp",
  forms,
  hasAgent: true,
  endsIn: ends.connect,
});

const verbs = ["get", "post", "put", "patch", "head", "delete"];

const withUrl = forwards(["other", "options"], ["options"]);
const withBody = forwards(["other", "other", "other", "options"], ["other", "other", "options"], ["other", "options"]);

/** SMTPConnection takes an open socket as `connection` and speaks over it. */
const smtp: Operation = { ...forwards(["options"]), connectedBy: ["connection"] };

const ignored = (option: string, because: string, instead: string): Ignored => ({ option, because, instead });

const forwarding: Package = {
  name: "got, needle, request, mongodb, nodemailer",
  modules: [
    "got",
    "needle",
    "request",
    "request-promise",
    "request-promise-native",
    "mongodb",
    "nodemailer",
    "smtp-connection",
    "nodemailer/lib/smtp-connection",
  ],
  triggers: ["=localAddress", "=localPort"],
  entries: {
    got: { does: withUrl },
    "got.got": { alias: "got" },
    "got.default": { alias: "got" },
    "got.extend": { returns: "got.Got", does: forwards(["options"]) },
    "got.Got": {},
    ...Object.fromEntries(
      [...verbs, "stream"].flatMap((name) => [`got.${name}`, `got.Got#${name}`].map((key) => [key, { does: withUrl }])),
    ),
    needle: { does: withBody },
    ...Object.fromEntries([...verbs, "request"].map((name) => [`needle.${name}`, { does: withBody }])),
    "needle.defaults": { does: forwards(["options"]) },
    request: { does: forwards(["options", "callback"], ["other", "options", "callback"]) },
    "request-promise": { alias: "request" },
    "request-promise-native": { alias: "request" },
    ...Object.fromEntries([...verbs, "del", "defaults"].map((name) => [`request.${name}`, { alias: "request" }])),
    "mongodb.MongoClient": { returns: "mongodb.MongoClient", does: forwards(["other", "options"]) },
    "mongodb.MongoClient.connect": { does: forwards(["other", "options"]) },
    "nodemailer.createTransport": { does: smtp },
    "smtp-connection": { does: smtp },
    "nodemailer/lib/smtp-connection": { does: smtp },
  },
};

/** Connects with what stands under one of its options, and ignores the top level. */
const nested = (name: string, at: string, ...forms: Operation["forms"]): Operation => ({
  ...forwards(...forms),
  newOnly: true,
  localAddressAt: `${at}.localAddress`,
  ignores: [ignored("localAddress", `${name} hands on only what stands under ${at}`, `put it under ${at}`)],
});

const mail: Package = {
  name: "imapflow, mx-connect",
  modules: ["imapflow", "mx-connect"],
  triggers: ["=localAddress"],
  entries: {
    "imapflow.ImapFlow": { does: nested("imapflow", "tls", ["options"]) },
    "mx-connect": { does: forwards(["options", "callback"]) },
  },
};

const streams: Package = {
  name: "miniget, websocket13",
  modules: ["miniget", "websocket13"],
  triggers: ["=localAddress"],
  entries: {
    miniget: { does: withUrl },
    "websocket13.WebSocket": { does: nested("websocket13", "connection", ["other", "options"]) },
  },
};

/** A request of node:http or node:https, whichever the URL asks for. */
const globalAgents = { heldIn: ["http.globalAgent", "https.globalAgent"] } as const;

const axiosIgnores = [
  ignored("localAddress", "axios has no such option", "pass httpAgent and httpsAgent made with { localAddress }"),
];
const axiosCall = (...forms: Operation["forms"]): Operation => ({
  op: "connect",
  transport: "tcp",
  forms,
  ignores: axiosIgnores,
  defaultAgent: globalAgents,
  endsIn: ends.connect,
});
const bodiless = ["get", "delete", "head", "options"];

const axios: Package = {
  name: "axios",
  modules: ["axios"],
  triggers: ["=localAddress"],
  docs: "https://axios-http.com/docs/req_config",
  entries: {
    axios: { does: axiosCall(["options"], ["other", "options"]) },
    "axios.axios": { alias: "axios" },
    "axios.create": { returns: "axios.AxiosInstance", does: axiosCall(["options"]) },
    "axios.request": { does: axiosCall(["options"]) },
    "axios.AxiosInstance": {},
    ...Object.fromEntries(
      bodiless.flatMap((name) =>
        [`axios.${name}`, `axios.AxiosInstance#${name}`].map((key) => [key, { does: axiosCall(["other", "options"]) }]),
      ),
    ),
    ...Object.fromEntries(
      ["post", "put", "patch"].flatMap((name) =>
        [`axios.${name}`, `axios.AxiosInstance#${name}`].map((key) => [
          key,
          { does: axiosCall(["other", "other", "options"]) },
        ]),
      ),
    ),
    "axios.AxiosInstance#request": { does: axiosCall(["options"]) },
  },
};

const nodeFetch: Package = {
  name: "node-fetch, superagent",
  modules: ["node-fetch"],
  triggers: ["=localAddress"],
  entries: {
    "node-fetch": {
      does: {
        op: "connect",
        transport: "tcp",
        forms: [["other", "options"]],
        ignores: [
          ignored("localAddress", "node-fetch has no such option", "pass agent: new http.Agent({ localAddress })"),
        ],
        defaultAgent: globalAgents,
        endsIn: ends.connect,
      },
    },
  },
};

const database = (option: string, because: string, instead: string, ...forms: Operation["forms"]): Operation => ({
  op: "connect",
  transport: "tcp",
  forms,
  ignores: [ignored(option, because, instead)],
  endsIn: ends.connect,
});
const mysql = database(
  "localAddress",
  "the driver stores it and never uses it",
  "pass stream: () => a socket connected from that address",
  ["options"],
);
const pg = database(
  "localAddress",
  "pg has no such option",
  "pass stream: () => a socket connected from that address",
  ["options"],
);
const redis = database(
  "localAddress",
  "ioredis hands on only what stands under tls",
  "put it under tls for a TLS connection, or connect through a custom Connector",
  ["options"],
  ["other", "other", "options"],
  ["other", "options"],
);

const databases: Package = {
  name: "mysql, mysql2, pg, ioredis",
  modules: ["mysql", "mysql2", "mysql2/promise", "pg", "ioredis"],
  triggers: ["=localAddress"],
  entries: {
    ...Object.fromEntries(
      ["mysql", "mysql2", "mysql2/promise"].flatMap((name) =>
        ["createConnection", "createPool"].map((fn) => [`${name}.${fn}`, { does: mysql }]),
      ),
    ),
    "pg.Client": { does: pg },
    "pg.Pool": { does: pg },
    ioredis: { does: { ...redis, newOnly: true, localAddressAt: "tls.localAddress" } },
    "ioredis.Redis": { does: { ...redis, newOnly: true, localAddressAt: "tls.localAddress" } },
  },
};

export default [forwarding, mail, streams, axios, nodeFetch, databases];
