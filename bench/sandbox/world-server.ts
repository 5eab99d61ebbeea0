import { startWorld } from '@lading/sandbox/testing';
import { serve } from './serve.ts';

serve(async () => (await startWorld()).baseUrl);
