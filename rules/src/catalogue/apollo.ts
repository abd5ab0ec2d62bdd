import { listen } from "./http.ts";
import type { Operation, Package } from "./types.ts";

/** Waits for its http.Server to listen, and for nothing else: read in versions 2 to 4, and run. */
const waits: Operation = { ...listen, defaultPort: 4000, emitsError: { by: null } };

const apollo: Package = {
  name: "@apollo/server, apollo-server",
  modules: ["@apollo/server/standalone", "apollo-server"],
  triggers: ['"@apollo/server/standalone"', '"apollo-server"'],
  docs: "https://www.apollographql.com/docs/apollo-server/api/standalone",
  entries: {
    "@apollo/server/standalone.startStandaloneServer": {
      does: { ...waits, forms: [["other", "options"]], within: ["listen"] },
    },
    "apollo-server.ApolloServer": { type: true, returns: "apollo-server.ApolloServer" },
    "apollo-server.ApolloServer#listen": { does: waits },
  },
};
export default apollo;
