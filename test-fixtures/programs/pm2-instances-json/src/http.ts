import { createServer } from "node:http";

export const listen = () => createServer((request, response) => response.end("till")).listen(3000);
