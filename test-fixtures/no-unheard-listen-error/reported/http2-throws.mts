import { createServer } from "node:http2";

const server = createServer();
server.listen({ port: 8443, reusePort: false }, (e?: any) => {
//                                               ^^^^^^^ no-unheard-listen-error callback
  if (e) throw e;
  console.log("h2c");
});
