const request = require("supertest");
const app = require("../app");
const guarded = require("../guarded");
const { server } = require("../replaced");

jest.mock("../replaced", () => ({ server: null }));

test("lists todos", async () => {
  await request(app).get("/todos").expect(200);
  await request(guarded).get("/todos").expect(200);
  expect(server).toBeNull();
});
// the program as a whole, in a process of its own
require("child_process").spawnSync(process.execPath, [require.resolve("../index")], { timeout: 1000 });
require("../index");
