import { createServer } from "node:http";

const feed = createServer((_request, response) => response.end("feed"));
feed.listen({ port: 3022, reusePort: false });
//   ^^^^^^ no-listen-on-import loader

export async function GET() {
  return Response.json({ listening: feed.listening });
}
