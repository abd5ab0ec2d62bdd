import { settings } from "./settings.js";

const options = { reuseAddr: true, port: 5000 };

class Panel {
  constructor() {
    this.render = this.render.bind(this, options);
  }

  render(shown) {
    return `${settings.title}: ${shown.reuseAddr}`;
  }
}

export const panel = new Panel();
