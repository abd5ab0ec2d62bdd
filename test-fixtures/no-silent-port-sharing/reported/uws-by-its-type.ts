import type { TemplatedApp } from "uWebSockets.js";

export class Gate {
  constructor(private readonly app: TemplatedApp) {}

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.app.listen(9002, (token) => (token ? resolve() : reject(new Error("taken"))));
//             ^^^^^^ no-silent-port-sharing sharesByDefault
    });
  }
}
