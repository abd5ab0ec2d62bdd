const https = require("https");

async function main() {
  const agent = new https.Agent({ rejectUnauthorized: false });
  https.get("https://localhost:8443/version", { agent }, (res) => res.pipe(process.stdout));
}
main();
module.exports = { main };
