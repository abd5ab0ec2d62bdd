const fastify = require("fastify")({ logger: true });
const awsLambdaFastify = require("@fastify/aws-lambda");

fastify.get("/", async () => ({ hello: "world" }));

const start = async () => {
  await fastify.listen({ port: 3000, host: "0.0.0.0" });
//              ^^^^^^ no-listen-on-import handler
};
start();

exports.handler = awsLambdaFastify(fastify);
