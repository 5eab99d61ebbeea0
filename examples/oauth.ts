/**
 * Gets a token of the application's own and prints how long it lives, never the token. With a redirect URI it prints
 * where to send a person who shall authorize.
 *
 *   npx tsx examples/oauth.ts http://127.0.0.1:3000/integrations/callback
 */
import { createPkce } from '@lading/sdk';
import { exampleClient, runExample } from './settings.ts';

const [redirectUri] = process.argv.slice(2);

await runExample(async () => {
  const { oauth } = exampleClient();
  const { lifetimeMs, status } = await oauth.clientCredentials();
  console.log(`A token, ${status}, for ${Math.floor(lifetimeMs / 60_000)} minutes.`);
  if (redirectUri === undefined) return;
  const { challenge } = await createPkce();
  console.log(oauth.authorizeUrl({ redirectUri, state: crypto.randomUUID(), codeChallenge: challenge }));
});
