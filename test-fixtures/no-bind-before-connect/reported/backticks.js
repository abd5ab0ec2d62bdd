const https = require(`https`);

https.get(`https://example.com/`, { localAddress: process.env.SOURCE_IP }, (response) => response.resume());
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
