import type { Operation, Package } from "./types.ts";

/** uSockets sets SO_REUSEPORT on every listen with a port unless it is told to be exclusive. */
const listen: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [
    ["port", "other", "callback"],
    ["host", "port", "other", "callback"],
  ],
  reusePort: "default",
  sharing: {
    fact: "uws-shares-by-default",
    exclusive: { constant: "LIBUS_LISTEN_EXCLUSIVE_PORT", sharing: ["LIBUS_LISTEN_DEFAULT"] },
  },
  endsIn: "native",
};

const uws: Package = {
  name: "uWebSockets.js",
  modules: ["uWebSockets.js"],
  copies:
    /^\.{0,2}\/.*\bu(?:WS|WebSockets)(?:\.[cm]?js)?$|^(?:uwebsockets\.js|@btc-vision\/uwebsockets\.js|@based\/uws|@trufflesuite\/uws-js-unofficial)$/i,
  triggers: [".listen"],
  docs: "https://unetworking.github.io/uWebSockets.js/generated/",
  entries: {
    "uWebSockets.js.App": { returns: "uWebSockets.js.TemplatedApp" },
    "uWebSockets.js.SSLApp": { returns: "uWebSockets.js.TemplatedApp" },
    "uWebSockets.js.TemplatedApp": { type: true },
    "uWebSockets.js.TemplatedApp#listen": { returns: "this", does: listen },
    ...Object.fromEntries(
      ["get", "post", "put", "patch", "del", "any", "ws", "options", "head", "publish", "addServerName"].map((name) => [
        `uWebSockets.js.TemplatedApp#${name}`,
        { returns: "this" },
      ]),
    ),
  },
};
export default uws;
