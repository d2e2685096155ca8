import { compareSizes } from './compare-sizes.mjs';

/** The first 50 of a province's 960,000 lines by due day, against the first 50 of 1,440. */
export default () =>
  compareSizes((breakdownId) => `/api/task-breakdowns/${breakdownId}/ledger?limit=50&withHandedDown=yes`, 0.66);
