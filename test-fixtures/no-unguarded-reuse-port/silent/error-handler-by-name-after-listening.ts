import type { Application } from "./types";

export class Gateway {
  private server: unknown;

  constructor(private readonly app: Application) {}

  start(): void {
    this.server = this.app
      .listen({ port: 8080, reusePort: true })
      .once("listening", this.onListening)
      .once("error", onError);
  }

  private onListening = (): void => console.log("up");
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code === "EOPNOTSUPP" || error.code === "ENOTSUP") console.error("run a single copy on this platform");
  else throw error;
}
