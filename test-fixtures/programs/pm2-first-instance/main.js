const http = require('http');
http.createServer((q, r) => r.end()).listen(3000);
if (process.env.NODE_APP_INSTANCE === '0') http.createServer((q, r) => r.end()).listen(9100);
