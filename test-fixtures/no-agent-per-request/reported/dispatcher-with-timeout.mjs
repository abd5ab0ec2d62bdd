import { Agent, request } from "undici";

export async function price(symbol) {
  const dispatcher = new Agent({ connect: { timeout: 1000 } });
  //                     ^^^^^ no-agent-per-request pool
  const { body } = await request(`https://prices.internal/${symbol}`, { dispatcher });
  return body.json();
}
