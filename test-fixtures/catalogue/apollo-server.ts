import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers, typeDefs } from "./schema.js";

await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen: { port: 5701 } });
//    ^^^^^^^^^^^^^^^^^^^^^ require-reuse-option noPolicy

const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, {
//                    ^^^^^^^^^^^^^^^^^^^^^ require-reuse-option noPolicy
  context: async ({ req }) => ({ token: req.headers.authorization }),
  listen: { host: "0.0.0.0", port: 5702 },
});
console.log(url);
