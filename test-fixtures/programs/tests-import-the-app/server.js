require("./app").listen({ port: 4000, exclusive: true });
