// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const sio = require("socket.io");

module.exports.called = sio(4500);
//                      ^^^ require-reuse-option droppedOption
const other = sio.listen(4501);
//                ^^^^^^ require-reuse-option droppedOption
module.exports.other = other;
