import { warmUp } from "./warm-up.ts";

await warmUp();

export default { port: 3000, reusePort: false, fetch: () => new Response("hello") };
