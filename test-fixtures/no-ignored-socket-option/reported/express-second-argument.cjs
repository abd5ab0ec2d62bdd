const express = require("express");
const morgan = require("morgan");

const PORT = process.env.PORT || 8080;
const app = express();

app.use(morgan("tiny"));
app.use(express.json());

app.get("/health", (req, res) => res.sendStatus(204));
app.get("/orders/:id", async (req, res, next) => {
  try {
    res.json(await require("./orders").find(req.params.id));
  } catch (error) {
    next(error);
  }
});

const server = app.listen(PORT, { reusePort: true }, () => {
//                                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  console.log(`orders API on ${PORT}`);
});

process.on("SIGTERM", () => server.close(() => process.exit(0)));
