import { differingFacts, differingLines, FACT_LABELS } from '@county/shared/service-map/point-facts-words';
import type { PointFacts } from '@county/shared/service-map/service-point';
import { Box } from '../../ui/base/box';
import { Facts } from '../../ui/surface';

interface FactsChangedProps {
  title: string;
  /** As the record says it, where there is nothing to compare with. */
  changed: readonly string[];
  before: PointFacts | undefined;
  after: PointFacts;
}

/** What a change changed, what it was and what it became. */
export function FactsChanged({ title, changed, before, after }: FactsChangedProps) {
  const keys = before ? differingFacts(before, after) : [];
  return (
    <>
      <Box className="row-title">{title}</Box>
      {before && keys.length ? (
        <Facts
          facts={keys.map((key) => ({
            name: FACT_LABELS[key],
            value: <Change {...differingLines(key, before, after)} />,
          }))}
        />
      ) : (
        <Box>{changed.join('、') || '登记'}</Box>
      )}
    </>
  );
}

/** Lines that went or became others; two pictures or another order of windows read the same. */
function Change({ were, are }: ReturnType<typeof differingLines>) {
  return (
    <>
      {were.map((line) => (
        <Box key={line} className="row-about">{`原来：${line}`}</Box>
      ))}
      {are.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
      {are.length ? null : <Box>{were.length ? '已去掉' : '已调整'}</Box>}
    </>
  );
}
