const request = require("supertest");

describe("server", () => {
  let server;
  before(() => {
    server = require("../server");
  });
  after((done) => {
    server.close(done);
  });
  it("answers", () => request(server).get("/").expect(200));
});
