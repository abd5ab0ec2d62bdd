import { createServer, type AddressInfo } from "node:net";

const inbox = createServer();
inbox.listen({ port: 0, reusePort: true }, () => {
//                      ^^^^^^^^^^^^^^^ no-ignored-socket-option ephemeralPort
  console.log((inbox.address() as AddressInfo).port);
});
