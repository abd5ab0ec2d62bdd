import net from "node:net";
import http from "node:http";

export function open(options: net.NetConnectOpts, ...rest: unknown[]) {
  const socket = net.connect(options);
  rest.forEach((listener) => socket.on("data", listener as (chunk: Buffer) => void));
  return socket;
}

export const request = (options: http.RequestOptions) => http.request({ ...options, method: "POST" });
