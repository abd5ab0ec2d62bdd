// @fixture {"settings":{"node":">=22.11"},"package":{"engines":{"node":">=24"}}}
import Fastify from "fastify";

const app = Fastify();
const address = { port: 3000, reusePort: process.platform === "linux" };
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld

app.get("/", () => "ok");
await app.listen(address);
