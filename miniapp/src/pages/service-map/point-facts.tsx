import { FACT_LABELS, factLines, type FactKey } from '@county/shared/service-map/point-facts-words';
import type { PointFacts as Facts } from '@county/shared/service-map/service-point';
import { Box } from '../../ui/base/box';
import { Facts as FactList } from '../../ui/surface';

const SHOWN: readonly FactKey[] = [
  'kind',
  'name',
  'address',
  'landmark',
  'position',
  'phone',
  'hours',
  'windows',
  'staff',
  'accessibility',
  'languages',
  'queueHint',
];

/** All a unit keeps about a point, as the public reads it. */
export function PointFactList({ facts }: { facts: Facts }) {
  const value = (key: FactKey) => factLines(key, facts).map((line) => <Box key={line}>{line}</Box>);
  return <FactList facts={SHOWN.map((key) => ({ name: FACT_LABELS[key], value: value(key) }))} />;
}
