// Written in the syntax of old Nodes on purpose: it must run there to say that they are too old.
const OLDEST = [20, 20];

/** True from 20.20 on. */
export function isNodeNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
}

/** Whether this machine speaks French first; English otherwise. */
export function speaksFrench(environment) {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^fr/i.test(LC_ALL || LC_MESSAGES || LANG || '');
}

/** Ends the program with one sentence when its Node is too old. */
export function requireNode() {
  const { node } = process.versions;
  if (isNodeNewEnough(node)) return;
  console.error(
    speaksFrench(process.env)
      ? `Lading exige Node 20.20 ou plus récent; voici Node ${node}. Prenez-en un sur https://nodejs.org et relancez la commande.`
      : `Lading needs Node 20.20 or newer; this is Node ${node}. Get one from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
