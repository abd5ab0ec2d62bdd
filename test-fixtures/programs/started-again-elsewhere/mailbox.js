import express from "express";

export class Mailbox {
  app = express();

  async start() {
    this.server = this.app.listen({ port: 29171, reusePort: false });
  }

  async stop() {
    this.server.close();
  }
}
