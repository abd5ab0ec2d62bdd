const log = console.log.bind(0);
const options = { type: "udp4", reuseAddr: true };

class Form {
  constructor(element) {
    this.options = options;
    element.onclick = this.submit.bind();
  }

  submit() {
    log(this.options);
  }
}

module.exports = Form;
