// @fixture {"package":{"devDependencies":{"@types/bun":"^1.4.0"}}}
import { router } from "./router.ts";

export default {
  // @1:15 require-reuse-option noPolicy
  port: Number(process.env.PORT ?? 8080),
  fetch: (request: Request) => router.handle(request),
};
