// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
"use strict";
const Hapi = require("@hapi/hapi");

const init = async () => {
  const server = Hapi.server({ port: 3000, host: "localhost" });
  //                  ^^^^^^ require-reuse-option droppedOption
  server.route({ method: "GET", path: "/", handler: () => "Hello" });
  await server.start();
};

init();
