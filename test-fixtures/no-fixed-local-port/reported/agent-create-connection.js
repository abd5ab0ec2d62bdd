import { Agent } from "node:http";
import net from "node:net";

class OnePortAgent extends Agent {
  createConnection(options, callback) {
    return net.createConnection({ ...options, localPort: 8001 }, callback);
    //                                        ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
  }
}

export const agent = new OnePortAgent({ maxSockets: 1 });
