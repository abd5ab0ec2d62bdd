// @fixture {"package":{"packageManager":"bun@1.4.5"}}
import { boot } from "./boot.ts";

const server = boot();

export default { port: 3000, fetch: server.fetch, stop: () => server.close() };
