import { Server, ServerCredentials } from "@grpc/grpc-js";
import { HealthService, check } from "./health";

const address = process.env.GRPC_ADDRESS ?? "0.0.0.0:50051";
const server = new Server();
server.addService(HealthService, { check });
server.bindAsync(address, ServerCredentials.createInsecure(), (err, port) => {
//     ^^^^^^^^^ no-ephemeral-server-port ephemeral
  if (err) console.error(err);
  else console.log("bound", port);
});
