import Fastify from "fastify";

export const server = Fastify();
server.get("/orders", async () => []);

async function start(): Promise<void> {
  await server.listen({ port: Number(process.env["PORT"] ?? 8080) });
//             ^^^^^^ no-listen-on-import test
}

void start();
