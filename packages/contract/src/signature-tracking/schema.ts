/** The same document as tracking. */
export { TrackResponse } from '../tracking/schema.ts';
