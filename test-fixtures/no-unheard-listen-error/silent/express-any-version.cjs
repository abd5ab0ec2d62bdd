// @fixture {"package":{"dependencies":{"express":"^4.0.0 || ^5.0.0"}}}
const app = require("express")();
app.listen({ port: 3000, reusePort: false }, (error) => {
  if (error) throw error;
});
