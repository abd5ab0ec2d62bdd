import * as grpc from "@grpc/grpc-js";
import { GreeterService } from "./generated/greeter.js";

const server = new grpc.Server({ "grpc.max_concurrent_streams": 100, "grpc.so_reuseport": 1 });
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

server.addService(GreeterService, {
  sayHello: (call, callback) => callback(null, { message: `Hello ${call.request.name}` }),
});

server.bindAsync("0.0.0.0:9090", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`gRPC on ${port}`);
});
