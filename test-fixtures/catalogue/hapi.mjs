// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import Hapi from "@hapi/hapi";

const first = Hapi.server({ port: 5001, host: "localhost" });
//                 ^^^^^^ require-reuse-option droppedOption
await first.start();

const second = new Hapi.Server({ port: 5002 });
//                      ^^^^^^ require-reuse-option droppedOption
await second.start();
