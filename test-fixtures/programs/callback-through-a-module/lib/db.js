const { MongoClient } = require("mongodb");
const config = require("wild-config");

function open(url, callback) {
  MongoClient.connect(url, (error, client) => (error ? callback(error) : callback(null, client)));
}

module.exports.connect = (callback) => {
  open(config.main, (error, main) => {
    if (error) return callback(error);
    open(config.users, (failed) => callback(failed, main));
  });
};
