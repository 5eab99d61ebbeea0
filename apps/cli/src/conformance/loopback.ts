import { Problem } from '@lading/kit/errors';

/** Whether an address is this machine's own. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/**
 * Whether only what changes nothing may be asked. A server elsewhere may book, bill and block: everything is asked of
 * it only where its host is named once more.
 *
 * @throws `COST_OF_ANOTHER_HOST` where another host was named than is asked.
 */
export function readsOnly(baseUrl: string, accepted: string | undefined): boolean {
  const { hostname } = new URL(baseUrl);
  if (accepted !== undefined && accepted !== hostname) throw otherHost(hostname, accepted);
  return !isLoopback(hostname) && accepted === undefined;
}

function otherHost(host: string, accepted: string): Problem {
  return new Problem({
    code: 'COST_OF_ANOTHER_HOST',
    status: 400,
    text: {
      en: 'The cost was accepted for {accepted}, but {host} is to be asked.',
      fr: 'Le coût a été accepté pour {accepted}, mais c’est {host} qu’on interroge.',
    },
    params: { accepted, host },
  });
}
