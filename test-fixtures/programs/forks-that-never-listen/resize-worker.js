process.on("message", (file) => process.send({ file, done: true }));
