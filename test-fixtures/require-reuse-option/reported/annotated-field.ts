import type * as http from "node:http";
import { build } from "./build";

export class Lifecycle {
  private server!: http.Server;

  async up(port: number): Promise<void> {
    this.server = await build();
    this.server.listen(port);
    //          ^^^^^^ require-reuse-option noPolicy
  }

  down(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
