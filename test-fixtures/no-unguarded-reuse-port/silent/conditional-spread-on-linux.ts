import express from "express";

const app = express();
app.use(express.static("public"));
app.listen({
  port: Number(process.env.PORT ?? 8080),
  exclusive: false,
  ...(process.platform === "linux" && { reusePort: true }),
});
