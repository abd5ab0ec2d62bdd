import { createSocket } from "node:dgram";
import { on, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const BIND_ATTEMPTS = 5;

async function serve(port: number): Promise<void> {
  const socket = createSocket({ type: "udp6", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  for (let attempt = 1; ; attempt++) {
    try {
      socket.bind(port, "::");
      await once(socket, "listening");
      break;
    } catch (error) {
      if (attempt === BIND_ATTEMPTS) throw error;
      await sleep(1000 * attempt);
    }
  }
  for await (const [message, peer] of on(socket, "message")) {
    console.log(message.length, peer.port);
  }
}

await serve(3478);
