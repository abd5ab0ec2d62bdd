import https from "node:https";
import { readFileSync } from "node:fs";

export function start(port, handler) {
  const tls = { key: readFileSync("key.pem"), cert: readFileSync("cert.pem") };
  const where = { port, host: "::" };
  where.reusePort = true;
//^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  return https.createServer(tls, handler).listen(where);
}
