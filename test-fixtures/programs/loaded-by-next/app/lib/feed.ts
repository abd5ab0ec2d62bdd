import { createServer } from "node:http";

/** Is started by a script of its own; no file below `app` that Next.js loads imports it. */
export const feed = createServer((_request, response) => response.end("feed"));
feed.listen({ port: 3023, reusePort: false });
