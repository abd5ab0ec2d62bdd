const request = require("supertest");
const notes = require("./server");

it("knows what is not there", () => request(notes).get("/note").expect(404));
