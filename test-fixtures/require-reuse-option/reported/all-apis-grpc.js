// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const grpc = require("@grpc/grpc-js");
const { greeter, sayHello } = require("./greeter");

const server = new grpc.Server();
server.addService(greeter.service, { sayHello });
server.bindAsync("0.0.0.0:9100", grpc.ServerCredentials.createInsecure(), (err, port) => {
//     ^^^^^^^^^ require-reuse-option droppedOption
  if (err) throw err;
  console.log(`gRPC on ${port}`);
});
