import { everywhere, factsOf } from "../fact.ts";

const net = "Node.js doc/api/net.md, server.listen()";
const netJs = "Node.js 26.10, lib/net.js";

/** Listening in Node.js: errors, a second call, and who hears of them. */
export const nodeListening = factsOf("runtimes", everywhere, {
  "node-listen-error-is-an-event": {
    title: "A failed listen() is an 'error' event",
    summary:
      "listen() reports EADDRINUSE as an 'error' event with syscall 'listen', also when it was bind() that failed.",
    detail:
      "Without an 'error' listener the process ends with an uncaught exception. The callback of listen() is " +
      "a 'listening' listener and never receives the error.",
    sources: [net, "libuv 1.52.1, src/unix/tcp.c"],
    experiment: "node-listen",
  },
  "node-listen-callback-hears-no-error": {
    title: "The callback of listen() hears no error",
    summary:
      "When listen() of net, http or http2 fails its callback is not called; it is a listener of 'listening' " +
      "and stays one, so it is called when a later listen() works.",
    detail: "The error goes to the 'error' event alone. A Promise around the callback never settles then.",
    sources: [net],
    experiment: "node-callbacks",
  },
  "express-listen-callback": {
    title: "Express 5 calls the callback of listen() with the error",
    summary:
      "When app.listen() of Express fails, Express 5 calls the callback with the error; Express 4 does not call it.",
    detail:
      "Express 5 listens for the 'error' event in the callback's place, so an EADDRINUSE does not end the " +
      "process. A callback that takes no argument says that the server is up although it is not.",
    sources: ["express 5, lib/application.js, app.listen()", "express 4, lib/application.js, app.listen()"],
    experiment: "node-callbacks",
  },
  "node-listen-may-be-retried": {
    title: "After a failed listen() the server may listen again",
    summary:
      "After EADDRINUSE listen() can be called again directly; close() then gives ERR_SERVER_NOT_RUNNING, " +
      "and a second listen() while listening throws ERR_SERVER_ALREADY_LISTEN.",
    detail:
      "Nothing stays open after the failure, and no 'close' event follows it. Wait a moment between two attempts.",
    sources: [net],
    experiment: "node-listen",
  },
  "node-listen-twice": {
    title: "A second listen() with a host replaces the first",
    summary:
      "Of two listen() calls in a row the second throws ERR_SERVER_ALREADY_LISTEN only without a host; with " +
      "a host it wins, and nothing is reported.",
    detail:
      "The host is looked up first, also when it is an address, and the later answer replaces the earlier " +
      "handle. Clients of the first port are refused. Use a server for each port.",
    read: ["The host is looked up first, also when it is an address"],
    sources: [netJs],
    experiment: "node-callbacks",
  },
  "sigterm-handler-keeps-port": {
    title: "A SIGTERM handler that does not exit keeps the port",
    summary:
      "A process that listens for SIGTERM and does not end keeps its port: the next listen() fails with " +
      "EADDRINUSE until it is gone.",
    detail: "Without a handler Node.js ends at once. A handler must close the server or end the process.",
    sources: ["Node.js doc/api/process.md, Signal events"],
    experiment: "node-callbacks",
  },
});
