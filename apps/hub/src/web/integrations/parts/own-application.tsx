import { Field } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatInstant } from '@lading/ui/time';
import { type FormEvent, useState } from 'react';
import type { Integration } from '../../../api/integrations.ts';
import { Failure } from '../../shell/trouble.tsx';
import {
  type ApplicationDraft,
  applicationTrouble,
  isApplicationReady,
  toOwnApplication,
} from '../application-draft.ts';
import { useOwnApplication } from '../queries.ts';
import { texts } from '../text.ts';

interface OwnApplicationFormProps {
  readonly integration: Integration;
  readonly onAuthorized: () => void;
}

/** Step 4 of an own application: what the carrier's developer portal gave out. The secret goes in, never out. */
export function OwnApplicationForm({ integration, onAuthorized }: OwnApplicationFormProps) {
  const t = useSay();
  const { application } = integration;
  const use = useOwnApplication(integration.integrationId);
  const [isTried, setTried] = useState(false);
  const [draft, setDraft] = useState<ApplicationDraft>({
    clientId: application?.clientId ?? '',
    clientSecret: '',
    accountNumber: application?.accountNumber ?? '',
  });
  const trouble = applicationTrouble(draft);
  const say = (member: keyof ApplicationDraft) => {
    const text = isTried ? trouble[member] : undefined;
    return text ? t(text) : null;
  };
  const set = (change: Partial<ApplicationDraft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isApplicationReady(draft)) return;
    use.mutate(toOwnApplication(draft), { onSuccess: onAuthorized });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate autoComplete="off">
      <p>{t(texts.applicationLead)}</p>
      <Field
        {...{ label: t(texts.clientId), name: 'client-id', value: draft.clientId, trouble: say('clientId') }}
        {...PLAIN}
        onChange={(event) => set({ clientId: event.target.value })}
      />
      <Field
        {...{ label: t(texts.clientSecret), name: 'client-secret', value: draft.clientSecret }}
        {...PLAIN}
        type="password"
        autoComplete="new-password"
        hint={<SecretHint application={application} />}
        trouble={say('clientSecret')}
        onChange={(event) => set({ clientSecret: event.target.value })}
      />
      <Field
        {...{ label: t(texts.accountNumber), name: 'account-number', value: draft.accountNumber }}
        {...PLAIN}
        hint={t(texts.accountNumberHint)}
        trouble={say('accountNumber')}
        onChange={(event) => set({ accountNumber: event.target.value })}
      />
      {use.error ? <Failure error={use.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={use.isPending}>
          {t(use.isPending ? texts.askingCarrier : texts.authorize)}
        </button>
      </div>
    </form>
  );
}

const PLAIN = {
  className: 'input mono',
  autoComplete: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
} as const;

function SecretHint({ application }: Pick<Integration, 'application'>) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (!application) return t(texts.secretHint);
  const at = formatInstant(application.storedAt, locale, zone);
  return t(texts.secretKept, { name: application.storedBy, at });
}
