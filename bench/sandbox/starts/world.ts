import { startWorld } from '@lading/sandbox/testing';

export const start = async (): Promise<string> => (await startWorld()).baseUrl;
