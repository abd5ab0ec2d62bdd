// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const grpc = require("@grpc/grpc-js");
const { Server, ServerCredentials } = require("@grpc/grpc-js");

const server = new grpc.Server();
server.bindAsync("0.0.0.0:5801", grpc.ServerCredentials.createInsecure(), (error) => {
//     ^^^^^^^^^ require-reuse-option droppedOption
  if (error) throw error;
});

const ignored = new Server({ "grpc.so_reuseport": 1 });
//                           ^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
ignored.bindAsync("[::1]:0", ServerCredentials.createInsecure(), () => {});
