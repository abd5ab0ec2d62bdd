import { createServer, type Server, type Socket } from "node:net";

const GATEWAY_PORT = 37_020;

export class Gateway {
  #server: Server | null = null;

  open(onSocket: (s: Socket) => void): void {
    this.#server = createServer(onSocket);
    this.#server.listen({ port: GATEWAY_PORT, exclusive: true });
    //                    ^^^^^^^^^^^^^^^^^^ no-ephemeral-server-port ephemeral
  }

  close(): void {
    this.#server?.close();
    this.#server = null;
  }
}
