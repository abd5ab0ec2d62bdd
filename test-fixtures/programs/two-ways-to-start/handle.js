export const handle = (request, response) => response.end(request.url);
