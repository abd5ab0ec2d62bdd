const grpc = require("@grpc/grpc-js");
const Hapi = require("@hapi/hapi");
const service = require("./service");

const web = Hapi.server({ port: 3000, host: "localhost" });
const rpc = new grpc.Server();
rpc.addService(service.definition, service.implementation);

web.start().then(() => {
  rpc.bindAsync(`0.0.0.0:${web.info.port + 1}`, grpc.ServerCredentials.createInsecure(), () => {});
});
