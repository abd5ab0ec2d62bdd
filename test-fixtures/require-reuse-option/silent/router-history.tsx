import { createBrowserHistory } from "history";
import { useEffect, useState } from "react";

const history = createBrowserHistory();

export function Path() {
  const [path, setPath] = useState(history.location.pathname);
  useEffect(() => history.listen(({ location }) => setPath(location.pathname)), []);
  return <code>{path}</code>;
}
