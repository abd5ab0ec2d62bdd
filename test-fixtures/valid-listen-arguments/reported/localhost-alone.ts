import Koa from "koa";

const app = new Koa();
app.use((context) => void (context.body = "hi"));
app.listen("localhost");
//         ^^^^^^^^^^^ valid-listen-arguments swapped
