import { useClub } from "./club.js";

export function JoinButton({ group, port }: { group: string; port: number }) {
  const club = useClub();
  return (
    <button
      onClick={() => {
        club.bind(port);
        club.addMembership(group);
      }}
    >
      Join {group}
    </button>
  );
}
