// @fixture {"filename":"test/second-argument.test.ts"}
import { createServer } from "node:http";

describe("listen", () => {
  it("takes no options in second place", (done) => {
    const server = createServer();
    server.listen(3000, { reusePort: true } as never, () => server.close(done));
  });
});
