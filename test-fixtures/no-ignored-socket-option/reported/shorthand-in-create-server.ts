import { createServer, type Server, type Socket } from "node:net";

interface Settings {
  port: number;
  reusePort: boolean;
}

export class LineServer {
  private server: Server | undefined;

  constructor(private readonly settings: Settings) {}

  start(onLine: (line: string, socket: Socket) => void): void {
    const { port, reusePort } = this.settings;
    const serverOptions = { noDelay: true, reusePort };
//                                         ^^^^^^^^^ no-ignored-socket-option ignored
    this.server = createServer(serverOptions, (socket) => {
      socket.setEncoding("utf8");
      socket.on("data", (text: string) => text.split("\n").forEach((line) => onLine(line, socket)));
    });
    this.server.listen({ port, host: "127.0.0.1" });
  }

  stop(): void {
    this.server?.close();
  }
}
