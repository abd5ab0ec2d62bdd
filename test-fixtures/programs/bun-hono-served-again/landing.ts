import { Elysia } from "elysia";

export default new Elysia().get("/", () => "welcome").listen(8080);
//                                                    ^^^^^^ no-silent-port-sharing sharesByDefault
