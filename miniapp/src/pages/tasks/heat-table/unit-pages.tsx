import type { HeatTable } from '@county/shared/tasks/overview/heat-table';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Flow } from '../../../ui/surface';

interface UnitPagesProps {
  table: HeatTable;
  /** The pages gone through, by their cursors; none on the first. */
  turned: readonly string[];
  turnTo(turned: readonly string[]): void;
}

/** Where a level has more units than one page holds: which are shown, how many there are, and the way to the others. */
export function UnitPages({ table, turned, turnTo }: UnitPagesProps) {
  const { units, next } = table;
  if (next === null && !turned.length) return null;
  return (
    <Box role="navigation" label="单位翻页">
      <Box className="row-about">
        {`这一级共 ${units.of} 个单位，本页是第 ${units.from}—${units.to} 个；填报率和按时率只算本页的单位，下载的 Excel 含全部单位。`}
      </Box>
      <Flow>
        <Button
          icon="undo-2"
          disabledReason={turned.length ? null : '已是第一页'}
          onPress={() => turnTo(turned.slice(0, -1))}
        >
          前一页单位
        </Button>
        <Button
          disabledReason={next === null ? '已是最后一页' : null}
          onPress={() => next && turnTo([...turned, next])}
        >
          后一页单位
        </Button>
      </Flow>
    </Box>
  );
}
