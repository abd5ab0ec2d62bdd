const net = require("node:net");

const meeting = net.connect(4999, "meet.example.org", () => {
  const { localAddress, localPort } = meeting;
  const door = net.createServer((visitor) => visitor.end("hello"));
  door.listen(localPort, localAddress);
  // hover listen does not show configured port
  // hover listen shows found at run time
  meeting.on("data", (data) => {
    const { host, port } = JSON.parse(data);
    net.connect({ host, port, localAddress, localPort }).on("error", () => {});
  });
});
