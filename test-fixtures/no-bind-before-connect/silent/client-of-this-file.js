const { EventEmitter } = require("events");
const Stream = require("stream");
const util = require("util");

/** Queues what is to be sent; who connects is not its business. */
class OutboundClient extends EventEmitter {
  constructor(options) {
    super();
    this.options = options;
  }
}

function ReportPool(options) {
  Stream.call(this);
  this.options = options;
}
util.inherits(ReportPool, Stream);

exports.client = new OutboundClient({ host: "mail.example", port: 25, localAddress: "192.0.2.10" });
exports.pool = new ReportPool({ host: "reports.example", localAddress: "192.0.2.11" });
