const grpc = require("@grpc/grpc-js");
const protoLoader = require("@grpc/proto-loader");

const definition = protoLoader.loadSync(`${__dirname}/stock.proto`, { keepCase: true });
const { stock } = grpc.loadPackageDefinition(definition);

const server = new grpc.Server();
server.addService(stock.Quotes.service, {
  latest: (call, callback) => callback(null, { symbol: call.request.symbol, cents: 1999 }),
});

server.bindAsync("0.0.0.0:50051", grpc.ServerCredentials.createInsecure(), (err) => {
//     ^^^^^^^^^ no-ephemeral-server-port ephemeral
  if (err) throw err;
  console.log("quotes over gRPC");
});
