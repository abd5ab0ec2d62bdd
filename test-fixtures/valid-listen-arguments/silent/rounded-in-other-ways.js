const net = require("net");

net.createServer().listen(40000 + ~~(Math.random() * 1000));
//                 ^^^^^^ no-ephemeral-server-port ephemeral
//                 ^^^^^^ require-reuse-option noPolicy
net.createServer().listen((Math.random() * 1000 + 30000) | 0);
//                 ^^^^^^ require-reuse-option noPolicy
net.createServer().listen(Math.round(Math.random() * 100) + 20000);
//                 ^^^^^^ require-reuse-option noPolicy
