import { Crew } from "./crew.ts";
import { Team } from "./team.ts";

// Four of one kind, one of the other; who hires a team is not to be seen here.
new Crew(new URL("./grinder.ts", import.meta.url), 4).begin();
new Crew(new URL("./keeper.ts", import.meta.url), 1).begin();

const team = new Team({ file: new URL("./sieve.ts", import.meta.url), size: 3 });
team.hire();
