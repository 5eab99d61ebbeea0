import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Badge, Notice } from '@lading/ui/parts/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { RecoveryCodes, SecondFactorStart, Security } from '../../../api/people.ts';
import { call } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { texts } from '../text.ts';

/** Turning the second question on and off. */
export function SecondFactor() {
  const t = useSay();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['security'],
    queryFn: () => call<Security>('GET', '/account/security'),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['security'] });
  const begin = useMutation({
    mutationFn: () => call<SecondFactorStart>('POST', '/account/second-factor'),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call<RecoveryCodes>('POST', '/account/second-factor/confirm', { code }),
    onSuccess: refresh,
  });
  const isOn = data?.hasSecondFactor === true;
  return (
    <section className="card stack" aria-labelledby="second-factor">
      <div className="row apart">
        <h2 id="second-factor">{t(texts.secondFactor)}</h2>
        {data ? <Badge tone={isOn ? 'good' : 'calm'}>{t(isOn ? texts.on : texts.off)}</Badge> : null}
      </div>
      <p className="soft">{t(texts.secondFactorLead)}</p>
      {begin.error ? <Failure error={begin.error} /> : null}
      {confirm.error ? <Failure error={confirm.error} /> : null}
      {confirm.data ? <Codes codes={confirm.data.codes} /> : null}
      {data && !isOn && !begin.data ? (
        <div>
          <button type="button" className="button" onClick={() => begin.mutate()} disabled={begin.isPending}>
            {t(texts.turnOn)}
          </button>
        </div>
      ) : null}
      {begin.data && !isOn ? <Confirm start={begin.data} onCode={(code) => confirm.mutate(code)} /> : null}
      {isOn ? <TurnOff left={data.recoveryCodesLeft} onDone={refresh} /> : null}
    </section>
  );
}

function Confirm({ start, onCode }: { start: SecondFactorStart; onCode: (code: string) => void }) {
  const t = useSay();
  const { secret, picture } = start;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCode(String(new FormData(event.currentTarget).get('code')));
  };
  const quiet = 4;
  const side = picture.side + 2 * quiet;
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t(texts.scan)}</p>
      <svg
        className="qr"
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        role="img"
        aria-label={t(texts.picture)}
      >
        <rect x={-quiet} y={-quiet} width={side} height={side} className="paper" />
        <path d={picture.path} className="ink" />
      </svg>
      <p className="small">
        {t(texts.orType)} <span className="mono wrap">{secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <Field label={t(texts.code)} name="code" inputMode="numeric" autoComplete="one-time-code" required />
      <div>
        <button type="submit" className="button primary">
          {t(texts.confirm)}
        </button>
      </div>
    </form>
  );
}

function Codes({ codes }: RecoveryCodes) {
  const t = useSay();
  return (
    <Notice tone="warn" title={t(texts.recoveryTitle)}>
      <p>{t(texts.recovery)}</p>
      <ul className="mono codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}

function TurnOff({ left, onDone }: { left: number; onDone: () => void }) {
  const t = useSay();
  const end = useMutation({
    mutationFn: (password: string) => call<void>('DELETE', '/account/second-factor', { password }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    end.mutate(String(new FormData(event.currentTarget).get('password')));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t(texts.codesLeft, { count: left })}</p>
      {end.error ? <Failure error={end.error} /> : null}
      <Field
        label={t(texts.passwordToTurnOff)}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <div>
        <button type="submit" className="button danger" disabled={end.isPending}>
          {t(texts.turnOff)}
        </button>
      </div>
    </form>
  );
}
