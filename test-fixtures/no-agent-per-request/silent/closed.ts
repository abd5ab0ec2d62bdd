import { Agent, request } from "undici";

export async function once(url: string) {
  const dispatcher = new Agent({ connect: { timeout: 1000 } });
  try {
    const { body } = await request(url, { dispatcher });
    return await body.text();
  } finally {
    await dispatcher.close();
  }
}
