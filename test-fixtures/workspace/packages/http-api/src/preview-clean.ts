import http from "node:http";
import type { AddressInfo } from "node:net";
import { handleNotes } from "./notes.ts";

const pages = http.createServer((_request, response) => response.setHeader("content-type", "text/html").end("<h1>Notes</h1>\n"));
pages.listen({ port: Number(process.env.PREVIEW_PORT ?? 18083), host: "127.0.0.1", reusePort: false }, () => {
  console.log(`pages on ${(pages.address() as AddressInfo).port}`);
});

const api = http.createServer((request, response) => void handleNotes(request, response));
api.listen({ port: Number(process.env.API_PORT ?? 18084), host: "127.0.0.1", reusePort: false }, () => {
  console.log(`api on ${(api.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => [pages, api].forEach((server) => server.close()));
