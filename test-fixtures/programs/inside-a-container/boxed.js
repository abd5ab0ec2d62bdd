const boxed = require("fastify")();

boxed.get("/", () => ({ boxed: true }));
boxed.listen({ port: Number(process.env.PORT ?? 8000) }, (error) => {
//    ^^^^^^ require-reuse-option noPolicy
  // hover listen shows for this machine alone
  // hover listen shows **In a container**: Nothing outside of it gets through
  if (error) process.exit(1);
});
