const express = require("express");

function serve(routes, port) {
  const app = express();
  app.use(routes);
  app.listen(port, () => console.log(`on ${port}`));
  //  ^^^^^^ no-duplicate-listen calls
}

serve(require("./public"), 3400);
serve(require("./private"), 3400);
