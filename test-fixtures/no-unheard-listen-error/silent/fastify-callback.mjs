import Fastify from "fastify";

const fastify = Fastify();
fastify.listen({ port: 3000, exclusive: true }, (err, address) => {
  if (err) throw err;
  console.log(address);
});
