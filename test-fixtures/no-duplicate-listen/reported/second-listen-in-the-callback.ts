import { createServer } from "node:http";

const server = createServer((_request, response) => response.end());

server.listen(2345, () => {
//     ^^^^^^ require-reuse-option noPolicy
  console.log("first");
  server.listen(2346);
  //     ^^^^^^ no-duplicate-listen again
});
