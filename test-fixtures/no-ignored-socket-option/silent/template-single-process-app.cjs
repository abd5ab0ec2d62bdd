const express = require("express");

const app = express();
app.use(express.json());
app.post("/echo", (req, res) => res.json(req.body));

// The option reaches the socket; what is wrong is the missing guard.
app.listen({ port: 5000, host: "0.0.0.0", reusePort: true }, () => {
//                                        ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  console.log("serving on port 5000");
});
