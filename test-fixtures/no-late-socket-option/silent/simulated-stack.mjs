import { createStack } from "./simulated-stack.js";

const { socket, bind, setsockopt, listen } = createStack();

const fd = socket(2, 1, 0);
bind(fd, { port: 80 });
setsockopt(fd, 1, 2, 1);
listen(fd, 5);
