import { boot } from "./boot.js";
boot({ port: 3000, exclusive: true });
