// @fixture {"package":{"engines":{"node":">=22.12"}}}
import { createServer } from "node:http";

createServer((_request, response) => response.end()).listen(8080);
//                                                   ^^^^^^ require-reuse-option noPolicy
