import { makeServer } from "./servers/index.js";

const chat = makeServer();
chat.listen(6667);
//   ^^^^^^ require-reuse-option noPolicy
