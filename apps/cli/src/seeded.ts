import { seeds } from '@lading/sandbox/seed';

/** The application of the seeds under which a hub calls. */
export const seededClient = (() => {
  const [client] = seeds.clients;
  if (!client) throw new Error('The seeds of the sandbox hold no application.');
  return client;
})();

/** The command that lets a hub's callback be returned to; repeating it changes nothing. */
export function hubReturn(hubUrl: string) {
  const redirectUri = `${hubUrl.replace(/\/+$/, '')}/integrations/callback`;
  return { type: 'register-redirect-uri', clientId: seededClient.clientId, redirectUri };
}

/** Tells a running sandbox, where the hub's address is known only afterwards. */
export async function letHubReturn(sandboxUrl: string, hubUrl: string): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(hubReturn(hubUrl)),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`The sandbox refused ${hubUrl}: ${await answer.text()}`);
}
