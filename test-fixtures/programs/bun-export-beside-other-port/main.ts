import "./metrics.ts";

export default { port: 3000, reusePort: false, fetch: () => new Response("hello") };
