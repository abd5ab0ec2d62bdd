import tls from "node:tls";
import { readFileSync } from "node:fs";

export function dial(host: string): tls.TLSSocket {
  return tls.connect({
    host,
    port: 8883,
    key: readFileSync("device.key"),
    cert: readFileSync("device.crt"),
    localPort: 18_883,
//  ^^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
  });
}
