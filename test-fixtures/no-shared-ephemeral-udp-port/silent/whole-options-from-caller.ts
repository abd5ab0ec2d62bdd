import { createSocket, type BindOptions } from "node:dgram";

export class Channel {
  readonly #socket = createSocket({ type: "udp4", reuseAddr: true });

  open(options: BindOptions): Promise<void> {
    return new Promise((resolve) => this.#socket.bind(options, resolve));
  }

  close(): void {
    this.#socket.close();
  }
}
