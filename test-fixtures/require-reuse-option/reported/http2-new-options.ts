import { createSecureServer } from "node:http2";
import { loadCertificate } from "./certificate";

const h2 = createSecureServer({ ...(await loadCertificate()), allowHTTP1: true });

h2.on("stream", (stream, headers) => {
  stream.respond({ ":status": 200, "content-type": "text/plain" });
  stream.end(`you asked for ${headers[":path"]}`);
});

h2.listen({ port: 8443 });
// ^^^^^^ require-reuse-option noPolicy
