import express from "express";

const app = express();
try {
  app.listen({ port: 3000, reusePort: false } as never);
//    ^^^^^^ no-unheard-listen-error catch
} catch (error) {
  console.error("trying the next one", error);
  app.listen({ port: 3001, reusePort: false } as never);
}
