import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers, typeDefs } from "./schema.js";

const graphql = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(graphql, {
  listen: { port: 4000, reusePort: true },
  //                    ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
});
console.log(url);
