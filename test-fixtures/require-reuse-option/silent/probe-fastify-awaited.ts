import fastify from "fastify";

export async function canListen(port: number): Promise<boolean> {
  const app = fastify();
  try {
    await app.listen({ port });
    await app.close();
    return true;
  } catch {
    return false;
  }
}
