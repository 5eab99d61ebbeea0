import { startWorld } from '@lading/sandbox/testing';
import { serve } from './servers.ts';

serve(async () => (await startWorld()).baseUrl);
