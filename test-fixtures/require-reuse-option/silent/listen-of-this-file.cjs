exports.listen = (channel, heard) => heard(channel);
exports.listen(3000, console.log);

module.exports.listen(3001, (channel) => console.log("again", channel));
