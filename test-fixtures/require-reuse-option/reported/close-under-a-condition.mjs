import { createServer } from "node:http";

let wanted = true;
process.once("SIGUSR2", () => (wanted = false));

const status = createServer((_req, res) => res.end("up"));
status.listen(8123, () => {
//     ^^^^^^ require-reuse-option noPolicy
  if (!wanted) status.close();
});
