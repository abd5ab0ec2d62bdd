import { createServer } from "node:http";

createServer((_request, response) => response.end()).listen({ port: 8080, exclusive: true });
