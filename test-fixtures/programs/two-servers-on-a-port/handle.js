exports.handle = (request, response) => response.end("arena");
