module.exports = { remote: process.argv.includes("--remote"), local: process.argv.includes("--local") };
