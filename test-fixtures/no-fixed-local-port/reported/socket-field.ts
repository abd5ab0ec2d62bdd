import * as net from "net";

export class Modem {
  private readonly line = new net.Socket();

  dial(host: string): void {
    this.line.once("connect", () => this.line.write("ATZ\r"));
    this.line.connect({ host, port: 23, localPort: 2323 });
    //                                  ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
  }

  hangUp(): void {
    this.line.end("ATH\r");
  }
}
