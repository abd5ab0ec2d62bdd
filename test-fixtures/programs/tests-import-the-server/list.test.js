const request = require("supertest");
const notes = require("./server");

it("lists notes", () => request(notes).get("/notes").expect(200));
