// @fixture {"settings":{"listens":"single"}}
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const { port, hostname } = new URL(process.env.ORIGIN ?? "http://localhost:3000");

createServer().listen(port, hostname);
createServer().listen(new URL("http://localhost:3001").port);
createServer().listen(Number("http://localhost:3002".split(":")[2]));
createServer().listen(fileURLToPath("file:///run/app.sock"));
createServer().listen("http:app.sock");
createServer().listen(`${process.env.XDG_RUNTIME_DIR}/http://app.sock`);
createServer().listen("http://localhost:3000".replace("http://localhost:", ""));
