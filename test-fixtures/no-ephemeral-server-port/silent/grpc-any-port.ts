import { Server, ServerCredentials } from "@grpc/grpc-js";

export function openGrpc(onPort: (port: number) => void): Server {
  const server = new Server();
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_err, port) => onPort(port));
  return server;
}
