// @fixture {"settings":{"platforms":["linux","darwin"]}}
import http2 from "node:http2";

const h2 = http2.createServer();
h2.on("stream", (stream) => {
  stream.respond({ ":status": 204 }, { endStream: true });
});
h2.listen({ port: 8443, reusePort: true });
//                      ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
