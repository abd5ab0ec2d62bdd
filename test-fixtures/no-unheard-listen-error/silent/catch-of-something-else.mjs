import { readFileSync } from "node:fs";
import https from "node:https";
try {
  const key = readFileSync("key.pem");
  const cert = readFileSync("cert.pem");
  https.createServer({ key, cert }).listen({ port: 8443, reusePort: false });
} catch (error) {
  console.error("no certificate", error);
  process.exit(1);
}
