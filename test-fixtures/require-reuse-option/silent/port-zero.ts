import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export async function oauthCallback(): Promise<{ url: string; code: Promise<string> }> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer((req, res) => {
    resolve(new URL(req.url ?? "/", "http://127.0.0.1").searchParams.get("code") ?? "");
    res.end("You may close this window.", () => server.close());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, code: promise };
}
