// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:net";

export const reusePortWorks = new Promise<boolean>((resolve) => {
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen({ port: 0, reusePort: true }, () => {
    probe.close();
    resolve(true);
  });
});
