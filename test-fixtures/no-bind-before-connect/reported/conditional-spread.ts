import tls from "node:tls";

export function connectTo(host: string, source?: string) {
  return tls.connect({
    host,
    port: 993,
    ...(source ? { localAddress: source } : {}),
    //             ^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  });
}
