import { createServer } from "node:http";
import { TRACE } from "./ports.js";

export function openReports() {
  createServer((request, response) => response.end("reports")).listen(TRACE);
  //                                                           ^^^^^^ require-reuse-option noPolicy
}
