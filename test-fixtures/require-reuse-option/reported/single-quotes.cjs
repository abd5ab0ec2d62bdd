'use strict';
const http = require('http');

http.createServer((req, res) => res.end("it's up")).listen(8080, '127.0.0.1');
//                                                  ^^^^^^ require-reuse-option noPolicy
