// @fixture {"package":{"packageManager":"bun@1.4.5","dependencies":{"elysia":"^1.4.30"}}}
import { Elysia } from "elysia";

export default new Elysia().get("/", () => "ok");
