const uWS = require("./vendor/uws.js");

uWS
  .App()
  .get("/*", (res) => res.end("ok"))
  .listen(9001, (token) => console.log(token ? "listening" : "failed"));
  // @4:10 no-silent-port-sharing sharesByDefault
