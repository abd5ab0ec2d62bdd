import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers } from "./resolvers";
import { typeDefs } from "./type-defs";

const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, { listen: { port: 4000 } });
//                    ^^^^^^^^^^^^^^^^^^^^^ require-reuse-option noPolicy
console.log(`graph at ${url}`);
