// @fixture {"package":{"engines":{"node":"^22.12.0 || >=24.0.0"}}}
import https from "node:https";
import { readFileSync } from "node:fs";

const server = https.createServer({ key: readFileSync("key.pem"), cert: readFileSync("cert.pem") });
server.on("request", (request, response) => response.end(`you asked for ${request.url}\n`));

server.listen(8443, "0.0.0.0", () => {
  //   ^^^^^^ require-reuse-option noPolicy
  console.log("https on 8443");
});
