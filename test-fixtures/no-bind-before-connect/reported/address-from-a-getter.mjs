import net from "node:net";

class Origin {
  constructor(index) {
    this.index = index;
  }
  get address() {
    return `192.0.2.${this.index}`;
  }
  dial(host) {
    return net.connect({ host, port: 25, localAddress: this.address });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  }
}

for (const index of [4, 5]) new Origin(index).dial("mx.example.net");
