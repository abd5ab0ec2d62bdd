const app = require("express")();
try {
  app.listen({ port: 3000, reusePort: false }, (error) => {
    if (error) throw error;
  });
} catch (error) {
  console.error("the port is taken", error);
}
