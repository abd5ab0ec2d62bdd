const express = require("express");

const kiosk = express();
try {
  kiosk.listen(6102);
//      ^^^^^^ require-reuse-option noPolicy
//      ^^^^^^ no-unheard-listen-error catch
} catch {
  console.warn("port 6102 is taken, trying the next");
  kiosk.listen(6103);
}
