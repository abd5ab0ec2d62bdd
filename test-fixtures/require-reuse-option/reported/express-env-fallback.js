const express = require("express");
const morgan = require("morgan");
const orders = require("./routes/orders");

const app = express();
app.use(morgan("combined"));
app.use(express.json({ limit: "200kb" }));
app.use("/orders", orders);
app.get("/healthz", (req, res) => res.sendStatus(204));

app.use((err, req, res, next) => {
  console.error(err);
  res.status(err.status || 500).json({ error: err.message });
});

const PORT = process.env.PORT || 3000;
const server = app.listen(PORT, () => console.log(`orders API on ${PORT}`));
//                 ^^^^^^ require-reuse-option noPolicy

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close(() => process.exit(0)));
}
