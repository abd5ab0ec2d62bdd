// @fixture {"settings":{"platforms":["linux","freebsd","aix"]}}
import { createServer } from "node:net";
import { session } from "./session";

export class Imap {
  private readonly server = createServer((socket) => session(socket));

  open(): void {
    this.server.listen({ port: 143, reusePort: true });
    //                              ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  }
}
