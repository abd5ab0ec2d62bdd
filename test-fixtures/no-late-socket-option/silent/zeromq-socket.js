const zmq = require("zeromq/v5-compat");

const sub = zmq.socket("sub");
sub.bind("tcp://127.0.0.1:5555");
sub.setsockopt(zmq.ZMQ_SUBSCRIBE, Buffer.from("weather"));
sub.setsockopt(1, 2);
sub.on("message", (topic, body) => console.log(topic.toString(), body.toString()));
