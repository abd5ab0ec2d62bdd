const net = require("node:net");
const { Own, Quiet } = require("./own");

const server = net.createServer();
net.Server.prototype.listen.call(server, 4000);
//                   ^^^^^^ require-reuse-option noPolicy
const stated = net.createServer();
net.Server.prototype.listen.apply(stated, [{ port: 4001, exclusive: true }]);
net.Server.prototype.listen.apply(net.createServer(), process.argv);

new Own().listen(4002);
new Own().listen(4003);
new Quiet().listen(4004);
