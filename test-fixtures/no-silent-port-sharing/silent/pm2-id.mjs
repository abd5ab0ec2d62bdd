// @fixture {"package":{"os":["linux"]}}
import { createServer } from "node:http";

const id = process.env.pm_id;
const server = createServer((_req, res) => res.end(`pm2 process ${id}`));
server.listen({ port: 3000, reusePort: true });
