import net, { Server, connect, createConnection, createServer } from "node:net";

const echo = (socket: net.Socket): void => {
  socket.pipe(socket);
};

net.createServer(echo).listen(4001);
//                     ^^^^^^ require-reuse-option noPolicy
net.createServer(echo).listen(4002, "127.0.0.1");
//                     ^^^^^^ require-reuse-option noPolicy
createServer({ allowHalfOpen: true }, echo).listen(4003, "127.0.0.1", 128, () => console.log("up"));
//                                          ^^^^^^ require-reuse-option noPolicy
new net.Server(echo).listen({ port: 4004, host: "::1", backlog: 64 });
//                   ^^^^^^ require-reuse-option noPolicy
new Server().on("connection", echo).listen(4005, () => console.log("up"));
//                                  ^^^^^^ require-reuse-option noPolicy

class Relay extends net.Server {
  open(port: number): void {
    this.listen(port);
//       ^^^^^^ require-reuse-option noPolicy
  }
}
new Relay().open(4006);

class Hub extends Server {}
new Hub().listen(4007);
//        ^^^^^^ require-reuse-option noPolicy

net.connect({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.10" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
net.createConnection({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.11" }, () => undefined);
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
connect({ host: "192.0.2.1", port: 25, localAddress: "0.0.0.0" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
createConnection({ host: "192.0.2.1", port: 25, localPort: 2525 });
//                                              ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
new net.Socket().connect({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.12" });
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

const socket = new net.Socket();
socket.connect({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.13" }, () => socket.end());
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

const bound = new net.BoundSocket({ host: "192.0.2.14" });
//                    ^^^^^^^^^^^ no-bind-before-connect boundSocket
new net.Socket({ handle: bound }).connect(25, "192.0.2.1");

net.connect(25, "192.0.2.1");
net.connect("/run/app.sock");
