import uWS from "uWebSockets.js";

uWS
  .App({})
  .any("/*", (res) => res.end("ok"))
  .listen(Number(process.env.PORT) || 3000, uWS.LIBUS_LISTEN_DEFAULT, () => {});
// ^^^^^^ no-silent-port-sharing sharesByDefault
