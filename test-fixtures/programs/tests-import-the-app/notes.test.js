const request = require("supertest");

it("lists notes", () => request(require("./app")).get("/notes").expect(200));
