import { readFileSync } from "node:fs";
import { createServer as createTlsServer, type Server } from "node:https";

function secureServer(dir: string): Server {
  return createTlsServer(
    { key: readFileSync(`${dir}/key.pem`), cert: readFileSync(`${dir}/cert.pem`) },
    (_req, res) => {
      res.writeHead(200, { "strict-transport-security": "max-age=63072000" });
      res.end("secure\n");
    },
  );
}

const httpsPort = Number(process.env.HTTPS_PORT ?? 8443);
const secure = secureServer(process.env.CERT_DIR ?? "certs");
secure.listen(httpsPort);
//     ^^^^^^ require-reuse-option noPolicy
