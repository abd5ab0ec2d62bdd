const { ApolloServer, gql } = require("apollo-server");

const typeDefs = gql`
  type Query {
    hello: String
  }
`;

async function start(port) {
  const server = new ApolloServer({ typeDefs, resolvers: { Query: { hello: () => "hi" } } });
  try {
    const { url } = await server.listen({ port, reusePort: false });
    //                           ^^^^^^ no-unheard-listen-error pending
    console.log(`ready at ${url}`);
  } catch (error) {
    if (error.code === "EADDRINUSE") return start(port + 1);
    throw error;
  }
}

start(4000);
