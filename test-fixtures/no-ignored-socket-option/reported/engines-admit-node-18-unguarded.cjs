// @fixture {"package":{"engines":{"node":"^18.17 || >=20"}}}
const express = require("express");

const app = express();
app.use("/static", express.static("public"));

app.listen({ port: 5000, host: "0.0.0.0", reusePort: true }, () => {
//                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
//                                        ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  console.log("serving on port 5000");
});
