const connect = require("connect");

const app = connect();
app.use((request, response) => response.end("static"));
app.listen({ port: 8000, exclusive: true }, (err) => {
//                                           ^^^ no-unheard-listen-error callback
  if (err) return console.error(err);
  console.log("open http://localhost:8000");
});
