import { describe, expect, it } from 'vitest';
import { goesDirect } from './no-proxy.ts';

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['', 'https://onlinetools.ups.com', false],
    ['*', 'https://onlinetools.ups.com', true],
    ['ups.com', 'https://onlinetools.ups.com', true],
    ['.ups.com', 'https://onlinetools.ups.com', true],
    ['*.ups.com', 'https://onlinetools.ups.com', true],
    ['UPS.com.', 'https://onlinetools.ups.com', true],
    ['ups.com', 'https://notups.com', false],
    ['localhost, 127.0.0.1', 'http://127.0.0.1:3100', true],
    ['localhost 127.0.0.1', 'http://localhost:3100', true],
    ['localhost:3100', 'http://localhost:3100', true],
    ['localhost:3101', 'http://localhost:3100', false],
    ['onlinetools.ups.com:443', 'https://onlinetools.ups.com', true],
    ['[::1]:3100', 'http://[::1]:3100', true],
    ['::1', 'http://[::1]:3100', true],
    [',,', 'https://onlinetools.ups.com', false],
  ])('%j for %s', (noProxy, url, expected) => {
    expect(goesDirect(new URL(url), noProxy)).toBe(expected);
  });
});
