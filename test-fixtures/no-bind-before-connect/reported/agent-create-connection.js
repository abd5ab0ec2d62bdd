import { Agent } from "node:http";
import { connect } from "node:net";

export class PinnedAgent extends Agent {
  #address;

  constructor(address) {
    super({ keepAlive: true });
    this.#address = address;
  }

  createConnection(options, callback) {
    return connect({ ...options, localAddress: this.#address }, callback);
    //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  }
}
