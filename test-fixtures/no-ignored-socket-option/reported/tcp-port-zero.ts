import http from "node:http";
import type { AddressInfo } from "node:net";

const callbacks = http.createServer((request, response) => {
  console.log("callback", request.url);
  response.end();
});

callbacks.listen({ port: 0, host: "127.0.0.1", reusePort: true }, () => {
//                                             ^^^^^^^^^^^^^^^ no-ignored-socket-option ephemeralPort
  const { port } = callbacks.address() as AddressInfo;
  console.log(`register http://127.0.0.1:${port}/ with the provider`);
});
