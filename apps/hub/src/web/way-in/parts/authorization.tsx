import { useReader, useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import { Link } from '@tanstack/react-router';
import type { WayIn } from '../../../api/way-in.ts';
import { AuthorizedStatus } from '../../integrations/parts/authorized-status.tsx';
import { texts as integrationTexts } from '../../integrations/text.ts';
import { texts } from '../text.ts';
import { WhomToAsk } from './whom-to-ask.tsx';

/** The fourth step is taken in Manage Integrations; here stands how far it came. */
export function Authorization({ wayIn: { authorization } }: { wayIn: WayIn }) {
  const t = useSay();
  if (authorization === null) {
    return (
      <>
        <p>{t(texts.authorizationLead)}</p>
        <p>
          <Link to="/integrations/create/$step" params={{ step: 'name' }} className="button primary">
            {t(texts.create)}
          </Link>
        </p>
      </>
    );
  }
  const { integrationId, status, validated } = authorization;
  return (
    <>
      <p className="row">
        {t(integrationTexts.authorizedStatus)} <AuthorizedStatus status={status} />
      </p>
      {status === 'authorized' ? (
        <Validation validated={validated} />
      ) : (
        <>
          <WhomToAsk />
          <p>
            <Link
              to="/integrations/$integrationId/authorize"
              params={{ integrationId }}
              className="button primary"
            >
              {t(texts.authorize)}
            </Link>
          </p>
        </>
      )}
    </>
  );
}

type Validated = NonNullable<WayIn['authorization']>['validated'];

function Validation({ validated }: { validated: Validated }) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (validated === null) {
    return (
      <Notice tone="warn">
        <p>{t(texts.notValidated)}</p>
        <WhomToAsk />
      </Notice>
    );
  }
  const at = formatInstant(validated.at, locale, zone);
  return <Notice tone="good">{t(texts.validatedBy, { name: validated.by, at })}</Notice>;
}
