const uWS = require("uWebSockets.js");

uWS
  .App()
  .ws("/*", { message: (ws, message, isBinary) => ws.send(message, isBinary) })
  .listen(49001, uWS.LIBUS_LISTEN_EXCLUSIVE_PORT, (token) => console.log(Boolean(token)));
// ^^^^^^ no-ephemeral-server-port ephemeral
