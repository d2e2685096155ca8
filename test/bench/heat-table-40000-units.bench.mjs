import { compareSizes } from './compare-sizes.mjs';

/** 24 tasks over a province's 40,000 units, its top level with what stands under each, against 24 over 60 units. */
export default () => compareSizes((breakdownId) => `/api/task-breakdowns/${breakdownId}/heat-table?limit=200`, 0.66);
