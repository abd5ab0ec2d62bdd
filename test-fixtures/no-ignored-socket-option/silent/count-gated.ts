import http from "node:http";

interface Settings {
  port: number;
  workers: number;
}

export function start({ port, workers }: Settings, handler: http.RequestListener): http.Server {
  const options: { port: number; host: string; reusePort?: boolean } = { port, host: "::" };
  if (workers > 1 && process.platform === "linux") options.reusePort = true;
  return http.createServer(handler).listen(options);
}
