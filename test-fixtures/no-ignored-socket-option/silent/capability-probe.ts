import net from "node:net";

export function supportsReusePort(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port: 0, host: "127.0.0.1", reusePort: true }, () => {
      server.close(() => resolve(true));
    });
  });
}
