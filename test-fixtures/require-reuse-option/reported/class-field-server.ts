import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export class HealthEndpoint {
  readonly #server: Server = createServer((req, res) => this.#answer(req, res));
  #ready = false;

  constructor(private readonly port: number) {}

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.port, "127.0.0.1", resolve);
      //           ^^^^^^ require-reuse-option noPolicy
    });
  }

  markReady(): void {
    this.#ready = true;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    res.statusCode = req.url === "/ready" && !this.#ready ? 503 : 200;
    res.end();
  }
}
