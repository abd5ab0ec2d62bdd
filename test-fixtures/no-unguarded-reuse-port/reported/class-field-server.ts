import { createServer, type Server } from "node:http";
import type { Logger } from "./logger";

export class MetricsEndpoint {
  private readonly server: Server;

  constructor(private readonly port: number, private readonly log: Logger) {
    this.server = createServer((_req, res) => {
      res.setHeader("content-type", "text/plain; version=0.0.4");
      res.end(this.render());
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen({ port: this.port, host: "0.0.0.0", reusePort: true }, resolve);
      //                                                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
    });
    this.log.info(`metrics on ${this.port}`);
  }

  private render(): string {
    return `process_uptime_seconds ${process.uptime()}\n`;
  }
}
