import fastify from "fastify";
import { routes } from "./routes";

export async function start(port: number): Promise<string> {
  const app = fastify();
  await app.register(routes);
  try {
    return await app.listen({ port });
    //               ^^^^^^ require-reuse-option noPolicy
  } catch {
    return await app.listen({ port: port + 1 });
  }
}
