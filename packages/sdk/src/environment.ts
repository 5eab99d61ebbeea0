/** The carrier's two sides, or any address that speaks like it: a sandbox, a gateway, a proxy. */
export type Environment = 'production' | 'test' | { readonly baseUrl: string };

const hosts = Object.freeze({
  production: 'https://onlinetools.ups.com',
  test: 'https://wwwcie.ups.com',
});

/**
 * The address before every path, without a slash at its end.
 *
 * @throws TypeError for an address that is none, or that is neither http nor https, and for a side that is none.
 */
export function baseUrlOf(environment: Environment): string {
  if (typeof environment === 'string') {
    if (Object.hasOwn(hosts, environment)) return hosts[environment];
    throw new TypeError(`environment is production, test or { baseUrl }, not ${environment}`);
  }
  const url = new URL(environment.baseUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`baseUrl must be http or https, not ${url.protocol}`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
