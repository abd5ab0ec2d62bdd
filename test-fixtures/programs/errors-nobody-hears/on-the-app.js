const express = require("express");

const kiosk = express();
kiosk.on("error", ({ code }) => {
//    ^^ no-unheard-listen-error app
  if (code === "EADDRINUSE") process.exit(1);
});
kiosk.listen(6100);
//    ^^^^^^ require-reuse-option noPolicy
