import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the screens into a folder that the server can serve; quiet, about two seconds. */
export async function buildScreens(outDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  // Vite follows it: a test runner's own value would give the slow development build of React.
  process.env.NODE_ENV = 'production';
  try {
    await buildInto(outDir);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function buildInto(outDir: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    // The server replaces the placeholder with the nonce of each answer.
    html: { cspNonce: '__CSP_NONCE__' },
    build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildScreens(process.argv[2] ?? fileURLToPath(new URL('../../dist/web', import.meta.url)));
}
