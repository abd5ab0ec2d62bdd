import { createSocket, type Socket } from "node:dgram";

class Receiver {
  readonly socket: Socket = createSocket("udp4");

  open() {
    this.socket.bind(41234);
    this.socket.on("listening", () => console.log(this.socket.address()));
    this.socket.bind({ port: 41235 });
    //          ^^^^ no-duplicate-listen bound
  }
}

new Receiver().open();
