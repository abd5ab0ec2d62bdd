import { ends } from "./ends.ts";
import type { Package } from "./types.ts";

const grpc: Package = {
  name: "@grpc/grpc-js",
  modules: ["@grpc/grpc-js"],
  triggers: ["bindAsync", "so_reuseport"],
  docs: "https://github.com/grpc/grpc-node/tree/master/packages/grpc-js",
  entries: {
    "@grpc/grpc-js.Server": {
      type: true,
      returns: "@grpc/grpc-js.Server",
      does: {
        op: "create",
        transport: "tcp",
        forms: [["options"]],
        ignores: [
          {
            option: "grpc.so_reuseport",
            because: "grpc-js does not know it and never sets SO_REUSEPORT",
            instead: "run one server, or give each process a port of its own",
          },
        ],
      },
    },
    "@grpc/grpc-js.Server#bindAsync": {
      does: {
        op: "listen",
        transport: "tcp",
        forms: [["address", "other", "callback"]],
        reusePort: "dropped",
        endsIn: ends.netListen,
        instead: "give each process a port of its own, or accept connections with a server of yours",
      },
    },
  },
};
export default grpc;
