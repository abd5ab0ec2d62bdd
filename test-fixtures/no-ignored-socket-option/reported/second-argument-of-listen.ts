import { createServer } from "node:http";

const server = createServer((_request, response) => {
  response.end("ok");
});

server.listen(3000, { reusePort: true }, () => {
//                    ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  console.log("accepting on 3000");
});
