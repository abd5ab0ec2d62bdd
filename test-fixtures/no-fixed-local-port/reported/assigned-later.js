import { createConnection } from "node:net";

export function dial(host, port, punch) {
  const to = { host, port };
  if (punch) to.localPort = 7000;
  //         ^^^^^^^^^^^^ no-fixed-local-port fixedPort
  return createConnection(to);
}
