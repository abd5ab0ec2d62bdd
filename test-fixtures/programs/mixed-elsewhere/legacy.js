import { createServer } from "node:net";

export function openLegacy() {
  createServer().listen(5190, "0.0.0.0");
  //             ^^^^^^ no-mixed-reuse-port mixed
}
