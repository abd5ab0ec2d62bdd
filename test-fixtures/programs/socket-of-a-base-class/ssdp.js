import { Receiver, SharingReceiver } from "./base.js";

export class SsdpReceiver extends Receiver {
  start() {
    this.socket.bind(1900, () => {
      //        ^^^^ require-multicast-reuse-addr missingElsewhere
      this.socket.addMembership("239.255.255.250");
    });
  }
}

export class MdnsReceiver extends SharingReceiver {
  start() {
    this.socket.bind(5353, () => this.socket.addMembership("224.0.0.251"));
  }
}

export class StatusReceiver extends Receiver {
  start() {
    this.socket.bind(8125);
  }
}
