import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers, typeDefs } from "./schema.js";

const server = new ApolloServer({ typeDefs, resolvers });

// What the server does before it listens rejects: a schema that cannot be made.
try {
  await startStandaloneServer(server, { listen: { port: 4000, reusePort: false } });
} catch (error) {
  console.error(error);
  process.exit(1);
}
