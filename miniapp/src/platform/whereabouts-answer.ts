import type { Place } from '@county/shared/service-map/position';

/** Where the person is, in WGS-84; or that they would rather not say; or that the device could not tell. */
export type Whereabouts = { kind: 'found'; place: Place } | { kind: 'refused' } | { kind: 'failed' };
