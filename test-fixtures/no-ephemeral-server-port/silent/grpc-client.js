const grpc = require("@grpc/grpc-js");
const { Quotes } = require("./quotes");

module.exports = new Quotes("localhost:50051", grpc.credentials.createInsecure());
