import { logger } from "./logger";
import { server } from "./server";

const port = parseInt(process.env.PORT ?? "4000", 10);

server.listen(port, () => logger.info({ port }, "http server started"));
//     ^^^^^^ require-reuse-option noPolicy
