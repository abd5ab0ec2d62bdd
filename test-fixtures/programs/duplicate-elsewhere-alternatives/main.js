function start(role) {
  if (role === "writer") return require("./roles/writer");
  return require("./roles/reader");
}

start(process.argv[2]);
