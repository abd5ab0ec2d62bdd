const restana = require("restana");

const service = restana({});
service.get("/", (req, res) => res.send("hello")).use(log);
service.start(3001, "0.0.0.0").then(() => console.log("up"));
//      ^^^^^ require-reuse-option noPolicy

const other = require("restana")();
other.start({ port: 8080, reusePort: true });
//                        ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded

restana().start();
//        ^^^^^ require-reuse-option noPolicy

restana().getServer().listen({ port: 9000, exclusive: true });
function log() {}
