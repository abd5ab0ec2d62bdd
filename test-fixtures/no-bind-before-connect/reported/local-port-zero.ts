import { request } from "node:http";

export function probeFrom(address: string, host: string) {
  return request({ host, port: 80, method: "HEAD", localAddress: address, localPort: 0 });
  //                                               ^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
}
