const { createClient } = require("nat-upnp");

const upnp = createClient();
upnp.portMapping({ public: 8080, private: { port: 8080 }, localPort: 8080, ttl: 600 }, (err) => {
  if (err) console.error(err);
  upnp.close();
});
