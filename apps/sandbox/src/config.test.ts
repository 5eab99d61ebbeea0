import { expect, it } from 'vitest';
import { readSandboxConfig } from './config.ts';

it('an empty environment means the usual sandbox', () => {
  expect(readSandboxConfig({})).toEqual({
    port: 3100,
    host: '127.0.0.1',
    frozen: false,
    strict: false,
    rules: 'today',
    profile: 'observed',
    imitates: null,
    tls: false,
  });
});

it('every setting is read', () => {
  const env = {
    LADING_SANDBOX_PORT: '4100',
    LADING_SANDBOX_HOST: '::1',
    LADING_SANDBOX_DATA: '/tmp/world',
    LADING_SANDBOX_REFERENCE: '/tmp/tables',
    LADING_SANDBOX_SEED: '7',
    LADING_SANDBOX_CLOCK: '2026-11-20T12:00:00Z',
    LADING_SANDBOX_FREEZE: 'yes',
    LADING_SANDBOX_STRICT: '1',
    LADING_SANDBOX_RULES: 'guide',
    LADING_SANDBOX_PROFILE: 'published',
    LADING_SANDBOX_AS: 'cie',
    LADING_SANDBOX_TLS: '1',
    LADING_SANDBOX_PRODUCTS: 'rating, tracking',
    LADING_SANDBOX_PUBLIC_URL: 'https://sandbox.example/',
  };
  expect(readSandboxConfig(env)).toEqual({
    port: 4100,
    host: '::1',
    data: '/tmp/world',
    reference: '/tmp/tables',
    seed: '7',
    clock: '2026-11-20T12:00:00Z',
    frozen: true,
    strict: true,
    rules: 'guide',
    profile: 'published',
    imitates: 'cie',
    tls: true,
    products: ['rating', 'tracking'],
    publicUrl: 'https://sandbox.example',
  });
});

it.each([
  ['LADING_SANDBOX_PORT', 'eighty'],
  ['LADING_SANDBOX_RULES', 'mine'],
  ['LADING_SANDBOX_PROFILE', 'mine'],
  ['LADING_SANDBOX_AS', 'production'],
  ['LADING_SANDBOX_PUBLIC_URL', 'sandbox.example'],
])('a %s of “%s” stops the start with a sentence that names it', (name, value) => {
  expect(() => readSandboxConfig({ [name]: value })).toThrow(name);
});
