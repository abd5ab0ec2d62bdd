import { Hono } from "hono";

export const prices = new Hono().get("/", (context) => context.json({ apples: 3 }));
export default prices;
