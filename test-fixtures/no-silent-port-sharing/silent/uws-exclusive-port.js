const uWS = require("uWebSockets.js");

uWS
  .App()
  .get("/*", (res) => res.end("alone"))
  .listen(9001, uWS.LIBUS_LISTEN_EXCLUSIVE_PORT, (token) => console.log(Boolean(token)));
