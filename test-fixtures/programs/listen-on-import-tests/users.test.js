const request = require("supertest");

test("knows nobody", async () => {
  await request(require("./app")).get("/users/1").expect(404);
});
