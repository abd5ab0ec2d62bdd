// @fixture {"package":{"dependencies":{"express":"^4.19.2"}}}
const express = require('express');

const app = express();
app.use(express.json());

app.listen({ port: 5000, reusePort: false }, function (err) {
//                                                     ^^^ no-unheard-listen-error callback
  if (err) throw err;
  console.log('API is up');
});
