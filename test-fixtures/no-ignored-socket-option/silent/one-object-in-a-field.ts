import { createServer, type Server } from "node:http";

export class Front {
  private readonly options = { port: 8080, requestTimeout: 10_000, reusePort: process.platform === "linux" };
  private server: Server | undefined;

  start(): void {
    this.server = createServer(this.options, (_request, response) => response.end());
    this.server.listen(this.options);
  }
}
