const { ApolloServer } = require("apollo-server");
const { resolvers, typeDefs } = require("./schema.js");

new ApolloServer({ typeDefs, resolvers }).listen();
//                                        ^^^^^^ require-reuse-option noPolicy

const server = new ApolloServer({ typeDefs, resolvers });
server.listen({ port: process.env.PORT || 5711, host: "0.0.0.0" }).then(({ url }) => console.log(url));
//     ^^^^^^ require-reuse-option noPolicy
new ApolloServer({ typeDefs, resolvers }).listen(5712);
//                                        ^^^^^^ require-reuse-option noPolicy
