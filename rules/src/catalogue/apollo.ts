import { listen } from "./http.ts";
import type { Package } from "./types.ts";

const apollo: Package = {
  name: "@apollo/server",
  modules: ["@apollo/server/standalone"],
  triggers: ['"@apollo/server/standalone"'],
  docs: "https://www.apollographql.com/docs/apollo-server/api/standalone",
  entries: {
    "@apollo/server/standalone.startStandaloneServer": {
      does: { ...listen, forms: [["other", "options"]], within: ["listen"], defaultPort: 4000 },
    },
  },
};
export default apollo;
