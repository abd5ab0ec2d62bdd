import express, { Router } from "express";

const routes = Router().get("/", (request, response) => response.send("ok"));

const first = express();
first.use(routes);
first.listen(4601);
//    ^^^^^^ require-reuse-option noPolicy

const second = express().use(routes);
second.listen(4602, "127.0.0.1", (error) => {
//     ^^^^^^ require-reuse-option noPolicy
  if (error) throw error;
});

express().listen({ port: 4603, host: "::" });
//        ^^^^^^ require-reuse-option noPolicy
express().use(routes).listen(process.env.PORT || 4604, () => console.log("up"));
//                    ^^^^^^ require-reuse-option noPolicy
