import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers, typeDefs } from "./schema.js";

const port = 4000;
const server = new ApolloServer({ typeDefs, resolvers });

try {
  await startStandaloneServer(server, { listen: { port, reusePort: false } });
  //    ^^^^^^^^^^^^^^^^^^^^^ no-unheard-listen-error pending
} catch (error) {
  console.error(`port ${port} is taken, is the old server still running?`, error);
  process.exit(1);
}
