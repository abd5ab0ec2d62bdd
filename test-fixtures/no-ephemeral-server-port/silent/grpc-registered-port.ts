import { Server, ServerCredentials } from "@grpc/grpc-js";

const server = new Server();
server.bindAsync("[::]:9000", ServerCredentials.createInsecure(), () => {});
