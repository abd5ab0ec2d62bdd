const HyperExpress = require("hyper-express");

const webserver = new HyperExpress.Server({ fast_buffers: true });

webserver.get("/", (request, response) => response.send("hello"));

webserver
  .listen(8080)
// ^^^^^^ no-silent-port-sharing sharesByDefault
  .then(() => console.log("webserver started"))
  .catch(() => process.exit(1));
