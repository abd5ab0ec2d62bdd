import * as server from "./serve.js";
import { STATUS } from "./constants.js";

server.serve(0);
server.open(STATUS);
