import { Server } from "node:http";
import { container } from "tsyringe";

class ApiServer extends Server {
  ready = false;
}

const api = container.resolve(ApiServer);
api.listen(3000, () => (api.ready = true));
//  ^^^^^^ require-reuse-option noPolicy
