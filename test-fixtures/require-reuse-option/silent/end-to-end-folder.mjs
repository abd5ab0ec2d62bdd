// @fixture {"filename":"packages/api/e2e/global-setup.mjs"}
import { createServer } from "node:http";

export default async function setup() {
  const stub = createServer((_req, res) => res.end("[]")).listen(4010);
  return () => stub.close();
}
