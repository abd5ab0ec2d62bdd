import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

createServer().listen("/run/app/app.sock");
createServer().listen("app");
createServer().listen("-1");
createServer().listen(join(tmpdir(), "app.sock"));
createServer().listen("C:\\pipe:app");
