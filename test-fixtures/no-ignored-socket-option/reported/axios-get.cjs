const axios = require("axios");

module.exports = async function fetchFeed(url, localAddress) {
  const { data } = await axios.get(url, { localAddress, responseType: "text" });
//                                        ^^^^^^^^^^^^ no-ignored-socket-option ignored
  return data;
};
