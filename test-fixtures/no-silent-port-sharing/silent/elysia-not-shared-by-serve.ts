// @fixture {"package":{"devDependencies":{"@types/bun":"1.3.0"}}}
import { Elysia } from "elysia";

const app = new Elysia({ serve: { reusePort: false } });
app.get("/", () => "alone");
app.listen(3000);
