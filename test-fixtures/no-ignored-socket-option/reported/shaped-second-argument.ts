import type { Logger } from "pino";

export class HttpTransport {
  constructor(
    private readonly httpServer: any,
    private readonly port: number,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.httpServer.listen(this.port, { reusePort: true }, resolve);
//                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
    });
    this.log.info("transport ready");
  }
}
