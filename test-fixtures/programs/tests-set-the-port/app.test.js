process.env.PORT = "0";
const request = require("supertest");
const { app } = require("./app");

it("lists todos", () => request(app).get("/todos").expect(200));
