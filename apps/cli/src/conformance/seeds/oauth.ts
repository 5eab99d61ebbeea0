import type { ApiSeeds } from './api-seeds.ts';

/** The published flows that need no person; those that do stand among the round trips. */
export const oauthSeeds: ApiSeeds = () => ({
  'oauth.token': [{ body: { grant_type: 'client_credentials' } }],
  'oauth.refresh': [{ body: { grant_type: 'refresh_token', refresh_token: 'never-issued' } }],
});
