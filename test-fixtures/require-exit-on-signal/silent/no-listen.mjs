process.on("SIGINT", () => console.log("still working"));
setInterval(() => console.log("work"), 1000);
