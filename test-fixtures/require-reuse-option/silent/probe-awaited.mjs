import { createServer } from "node:net";

export async function firstFree(candidates) {
  for (const port of candidates) {
    const probe = createServer();
    try {
      await new Promise((resolve, reject) => {
        probe.once("error", reject);
        probe.listen(port, resolve);
      });
      probe.close();
      return port;
    } catch {
      continue;
    }
  }
  throw new Error("no free port");
}
