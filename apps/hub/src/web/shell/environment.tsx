import { useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import { Link, useRouterState } from '@tanstack/react-router';
import type { Session } from '../../api/session.ts';
import { useSession } from '../session.ts';
import { environmentNames, environmentSays, switchText } from './environment-names.ts';
import { type EnvironmentName, lookedAt, readHubEnvironments } from './looked-at.ts';

/** The side of the carrier that is looked at, as the address says; one that the company has nothing in is not taken. */
export function useEnvironment(): EnvironmentName {
  const session = useSession();
  const asked = useRouterState({ select: ({ location }) => location.search.environment });
  return lookedAt(session, asked);
}

/** A name and a colour on every page that say whose data this is, and the way to the others. */
export function EnvironmentBanner({ session }: { session: Session }) {
  const t = useSay();
  const environment = useEnvironment();
  return (
    <div className={`environment ${environment}`}>
      <span>
        <strong>{t(environmentNames[environment])}</strong> · {t(environmentSays[environment])}
      </span>
      {session.environments.length > 1 ? (
        <Switch environments={session.environments} current={environment} />
      ) : null}
    </div>
  );
}

const ownEnvironments = readHubEnvironments(
  document.querySelector<HTMLMetaElement>('meta[name="lading-environments"]')?.content ?? '',
);

/** The same before anybody has signed in: the side that the address asks for, of those that the hub is for. */
export function HubBanner() {
  const t = useSay();
  const asked = useRouterState({ select: ({ location }) => location.search.environment });
  const [usual] = ownEnvironments;
  if (usual === undefined) return null;
  const environment = lookedAt({ environment: usual, environments: [...ownEnvironments] }, asked);
  return (
    <header>
      <div className={`environment ${environment}`}>
        <span>
          <strong>{t(environmentNames[environment])}</strong> · {t(environmentSays[environment])}
        </span>
      </div>
    </header>
  );
}

interface SwitchProps {
  readonly environments: readonly EnvironmentName[];
  readonly current: EnvironmentName;
}

/** Each is an address of its own, which can be sent to a colleague. A parcel belongs to one: from it, to the list. */
function Switch({ environments, current }: SwitchProps) {
  const t = useSay();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const to = path.startsWith('/parcels/') ? '/parcels' : path;
  return (
    <ul aria-label={t(switchText)}>
      {environments.map((environment) => (
        <li key={environment}>
          <Link
            to={to}
            search={{ environment }}
            aria-current={environment === current ? 'true' : undefined}
            activeProps={{}}
          >
            {t(environmentNames[environment])}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Settings of another side than the one that is looked at; the banner speaks for the rest. */
export function EnvironmentBadge({ environment }: { environment: EnvironmentName }) {
  const t = useSay();
  const current = useEnvironment();
  return environment === current ? null : <Badge tone="warn">{t(environmentNames[environment])}</Badge>;
}
