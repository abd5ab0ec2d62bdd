import type { Server } from "node:https";
import type { AddressInfo } from "node:net";

export async function bringUp(server: Server, port: number): Promise<AddressInfo> {
  const options = { port, host: "0.0.0.0", backlog: 1024, reusePort: true };
  //                                                      ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, resolve);
  });
  return server.address() as AddressInfo;
}
