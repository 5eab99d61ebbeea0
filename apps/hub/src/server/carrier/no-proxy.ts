/**
 * Whether `NO_PROXY` takes the address out: a list separated by commas or spaces; `*` is everything, `ups.com` and
 * `.ups.com` are the host and all below it, `host:8443` is one port. Names alone, no ranges of addresses.
 */
export function goesDirect(url: URL, noProxy: string): boolean {
  const host = plain(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || isNamed(entry, host, port));
}

function isNamed(entry: string, host: string, port: string): boolean {
  const [, name = '', only] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (only !== undefined && only !== port) return false;
  const wanted = plain(name.replace(/^\*?\./, ''));
  return wanted !== '' && (host === wanted || host.endsWith(`.${wanted}`));
}

function plain(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
