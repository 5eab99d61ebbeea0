import { address, type Environment, flag, integer, oneOf, readEnv, text } from '@lading/kit/config';
import type { SandboxOptions } from './start.ts';

/** The settings `LADING_SANDBOX_*`; what is absent is left to `startSandbox`. @throws `INVALID_SETTING`. */
export function readSandboxConfig(env: Environment): SandboxOptions {
  const {
    port,
    host,
    data,
    reference,
    seed,
    clock,
    publicUrl,
    frozen,
    strict,
    tls,
    as,
    products,
    ...settings
  } = readEnv(env, {
    port: integer('LADING_SANDBOX_PORT', { fallback: 3100, least: 0, most: 65_535 }),
    host: text('LADING_SANDBOX_HOST', { fallback: '127.0.0.1' }),
    data: text('LADING_SANDBOX_DATA', { fallback: null }),
    reference: text('LADING_SANDBOX_REFERENCE', { fallback: null }),
    seed: text('LADING_SANDBOX_SEED', { fallback: null }),
    clock: text('LADING_SANDBOX_CLOCK', { fallback: null }),
    frozen: flag('LADING_SANDBOX_FREEZE'),
    strict: flag('LADING_SANDBOX_STRICT'),
    rules: oneOf('LADING_SANDBOX_RULES', ['today', 'guide'], { fallback: 'today' }),
    profile: oneOf('LADING_SANDBOX_PROFILE', ['observed', 'published'], { fallback: 'observed' }),
    as: oneOf('LADING_SANDBOX_AS', ['itself', 'cie'], { fallback: 'itself' }),
    products: text('LADING_SANDBOX_PRODUCTS', { fallback: null }),
    tls: flag('LADING_SANDBOX_TLS'),
    publicUrl: address('LADING_SANDBOX_PUBLIC_URL'),
  });
  return {
    port,
    host,
    frozen,
    strict,
    tls,
    imitates: as === 'cie' ? as : null,
    ...settings,
    ...(data === null ? {} : { data }),
    ...(reference === null ? {} : { reference }),
    ...(seed === null ? {} : { seed }),
    ...(clock === null ? {} : { clock }),
    ...(products === null ? {} : { products: products.split(/[\s,]+/) }),
    ...(publicUrl === null ? {} : { publicUrl }),
  };
}
