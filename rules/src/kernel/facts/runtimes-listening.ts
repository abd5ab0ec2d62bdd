import { everywhere, factsOf, linux } from "../fact.ts";

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
  "node-port-text": {
    title: "Text for a port is read as Number() reads it",
    summary:
      'listen({ port: "0x1F90" }) and listen(" 8080 ") listen on 8080; text without a number in it, as "" and " ", ' +
      "throws ERR_SOCKET_BAD_PORT.",
    detail:
      '"1e3" is port 1000, and "8080.5" throws too. An environment variable that is set and empty ends the start ' +
      "then: process.env.PORT || 3000 covers it, process.env.PORT ?? 3000 does not. A bigint or a boolean throws " +
      "ERR_INVALID_ARG_VALUE. The bind() of dgram checks nothing of this: it takes empty text for port 0.",
    sources: [netJs, "Node.js 26.10, lib/internal/validators.js, validatePort()"],
    experiment: "node-errors",
  },
  "node-socket-path-errors": {
    title: "listen() on a path: EACCES may mean that the folder is missing",
    summary:
      "listen() on a path in a folder that does not exist fails with EACCES, and in Node.js 24 and 26 on a path of " +
      "more than 108 bytes with EINVAL.",
    detail:
      "Node.js 20 and 22 cut a longer name off without an error, so the file has another name than the program says. " +
      "A file of that name gives EADDRINUSE, whatever it is: also a socket file that a killed process left behind. " +
      "connect() to a file that nobody listens on fails with ECONNREFUSED, and without the file with ENOENT.",
    platforms: linux,
    sources: ["unix(7)", "libuv 1.52.1, src/unix/pipe.c, uv_pipe_bind2()"],
    experiment: "node-errors",
  },
  "node-refused-name": {
    title: "Of several addresses that refuse comes one error",
    summary:
      "When all addresses of a name refuse, the error is an AggregateError with code ECONNREFUSED, and the errors of " +
      "the addresses stand in its errors.",
    detail:
      "It has no address and no port of its own. A server that listens on one address of localhost only is found " +
      "all the same, for the other address is tried too.",
    sources: [netJs],
    experiment: "node-errors",
  },
});
