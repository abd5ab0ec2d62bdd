import { app } from "./app.js";

app.listen(50000, () => console.log("up"));
//  ^^^^^^ require-reuse-option noPolicy
