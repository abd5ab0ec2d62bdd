// With its mistake: two servers on one port disagree about sharing it. preview-clean.ts gives each a port of its own.
import http from "node:http";
import { handleNotes } from "./notes.ts";

if (process.platform !== "linux") throw new Error("The preview shares its port, which takes Linux.");

const port = Number(process.env.PREVIEW_PORT ?? 18083);

const pages = http.createServer((_request, response) => response.setHeader("content-type", "text/html").end("<h1>Notes</h1>\n"));
pages.listen({ port, host: "127.0.0.1", reusePort: true }, () => console.log(`pages on ${port}`));

const api = http.createServer((request, response) => void handleNotes(request, response));
api.on("error", (error) => console.log(`api failed: ${error.message}`));
api.listen({ port, host: "localhost", reusePort: false }, () => console.log(`api on ${port}`));

process.once("SIGTERM", () => [pages, api].forEach((server) => server.close()));
