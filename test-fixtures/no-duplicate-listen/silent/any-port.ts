import { createServer } from "node:http";

const servers = [1, 2, 3].map((id) => createServer((_request, response) => response.end(String(id))));
for (const each of servers) each.listen(0);
createServer().listen(process.env.PORT);
//             ^^^^^^ require-reuse-option noPolicy
createServer().listen(process.env.PORT);
//             ^^^^^^ require-reuse-option noPolicy
