import { forward } from "./kube";

const session = await forward({ namespace: "default", pod: "redis-0", podPort: 6379, localPort: 16379 });
process.once("SIGINT", () => session.close());
