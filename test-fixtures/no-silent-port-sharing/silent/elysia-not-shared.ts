// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import { Elysia } from "elysia";

new Elysia().get("/", () => "alone").listen({ port: 3000, reusePort: false });
