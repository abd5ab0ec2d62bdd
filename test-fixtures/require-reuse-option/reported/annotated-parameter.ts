import type { Server } from "node:http";

export async function listenOn(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
    //     ^^^^^^ require-reuse-option noPolicy
      server.off("error", reject);
      resolve();
    });
  });
}
