const request = require("supertest");
const app = require("./app");

test("lists todos", async () => {
  await request(app).get("/todos").expect(200);
});
