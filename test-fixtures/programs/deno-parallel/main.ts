import "./metrics.ts";

export default { fetch: () => new Response("ok") };
