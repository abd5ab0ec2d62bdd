// @fixture {"package":{"engines":{"node":">=23"}}}
import { createServer } from "node:https";
import { readFile } from "node:fs/promises";

const [key, cert] = await Promise.all([readFile("site.key"), readFile("site.pem")]);

createServer({ key, cert }, (request, response) => response.end("ok")).listen({
  port: 8443,
  reusePort: process.platform === "linux",
});
