import { resolveMx } from "node:dns/promises";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";

interface Identity {
  readonly helo: string;
  readonly address: string;
}

export class Sender {
  private turn = 0;

  constructor(private readonly identities: readonly Identity[]) {}

  private identity(): Identity {
    const identity = this.identities[this.turn++ % this.identities.length];
    if (!identity) throw new Error("no source address configured");
    return identity;
  }

  async open(domain: string): Promise<net.Socket> {
    const exchanges = (await resolveMx(domain)).sort((a, b) => a.priority - b.priority);
    const { helo, address } = this.identity();
    for (const { exchange } of exchanges) {
      const socket = net.connect({ host: exchange, port: 25, family: 4, localAddress: address });
      //                                                                ^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
      try {
        await once(socket, "connect");
        socket.write(`EHLO ${helo}\r\n`);
        return socket;
      } catch {
        socket.destroy();
      }
    }
    throw new Error(`${domain}: no mail exchange answered`);
  }

  secure(socket: net.Socket, servername: string): tls.TLSSocket {
    return tls.connect({ socket, servername });
  }
}
