import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleSdk } from '../build.ts';
import { json, startServer } from './testing/server.ts';

describe('the bundle', () => {
  it('imports nothing and holds no schema library', async () => {
    const { code, inputs, imports } = await bundleSdk();
    expect(code).toContain('createClient');
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/^\s*import\b|\brequire\s*\(/m);
    expect(inputs.length).toBeGreaterThan(10);
    const strangers = inputs.filter(
      (path) => !/^packages\/(sdk\/src\/|contract\/src\/([\w/-]*wire|arrays\/since)\.ts$)/.test(path),
    );
    expect(strangers).toEqual([]);
  });

  it('stays small', async () => {
    const { code } = await bundleSdk({ minify: true });
    const bytes = gzipSync(code).byteLength;
    process.stdout.write(`SDK bundle: ${code.length} bytes minified, ${bytes} bytes gzip\n`);
    expect(bytes).toBeLessThan(60_000);
  });

  it('works by itself', async () => {
    const { code } = await bundleSdk({ minify: true });
    const alone: typeof import('./index.ts') = await import(
      /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
    );
    const server = await startServer(json({ access_token: 'own', expires_in: '3599' }));
    try {
      const client = alone.createClient({
        environment: { baseUrl: server.baseUrl },
        clientId: 'c',
        clientSecret: 's',
      });
      expect((await client.oauth.clientCredentials()).accessToken).toBe('own');
    } finally {
      await server.close();
    }
  });
});
