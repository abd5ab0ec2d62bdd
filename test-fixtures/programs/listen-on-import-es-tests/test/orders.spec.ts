import { expect, it } from "vitest";
import { server } from "../src/server.js";

it("lists orders", async () => {
  const answer = await server.inject("/orders");
  expect(answer.json()).toEqual([]);
});
