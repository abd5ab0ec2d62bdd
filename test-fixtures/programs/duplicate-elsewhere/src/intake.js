import { createServer } from "node:http";
import { INTAKE } from "./ports.js";

createServer((request, response) => response.end("taken")).listen(INTAKE);
//                                                         ^^^^^^ require-reuse-option noPolicy
