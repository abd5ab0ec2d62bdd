import { createServer } from "node:http";

export const listen = () => {
  createServer((request, response) => response.end()).listen(4000);
};
