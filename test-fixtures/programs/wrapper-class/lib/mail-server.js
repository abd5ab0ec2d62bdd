import { createServer } from "node:net";
import { Base } from "./base.js";

export class MailServer extends Base {
  constructor(options) {
    super(createServer((socket) => socket.end(options.banner)));
  }
}
