// @fixture {"package":{"engines":{"node":">=18"},"portreuse":{"node":"24.x"}}}
import { createServer } from "node:http2";

const gateway = createServer();
gateway.on("stream", (stream) => stream.respond({ ":status": 204 }, { endStream: true }));
gateway.listen({ port: 8081 });
//      ^^^^^^ require-reuse-option noPolicy
