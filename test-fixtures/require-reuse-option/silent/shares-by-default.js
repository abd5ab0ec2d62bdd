const uWS = require("uWebSockets.js");

uWS
  .App()
  .get("/*", (res) => res.end("ok"))
  .listen(9001, (token) => {
// ^^^^^^ no-silent-port-sharing sharesByDefault
    if (!token) process.exit(1);
  });
