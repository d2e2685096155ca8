import type { HeatCell, HeatRow } from '@county/shared/tasks/overview/heat-table';
import { Light } from '@county/shared/tasks/lines/assignment';
import { belowInShort, progressInShort } from '@county/shared/tasks/overview/heat-words';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Card, Flow, Row, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';
import type { IconName } from '../../../ui/icon-name';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Select } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { addressOfCell, addressOfTask, owedOfCell, type HeatViewProps } from './heat-view';
import { signOf } from './heat-cell';
import { Rates } from './heat-grid';

const COUNTS = {
  red: ['cinnabar', 'triangle-alert', '逾期'],
  amber: ['amber', 'clock', '快到期或未报'],
  green: ['pine', 'check', '正常'],
  grey: ['stone', 'refresh-cw', '长期'],
} as const satisfies Record<Light, readonly [Tone, IconName, string]>;

const ORDER = ['red', 'amber', 'green', 'grey'] as const;

/** The phone's heat table: each task with its counts, opened to its units. */
export function HeatList(props: HeatViewProps) {
  return (
    <>
      {props.table.rows.map((row) => (
        <TaskCard key={row.task.id} row={row} {...props} />
      ))}
    </>
  );
}

function TaskCard({ row, ...props }: HeatViewProps & { row: HeatRow }) {
  const [open, setOpen] = useState(false);
  const counted = ORDER.map((light) => [light, row.cells.filter((cell) => cell.light === light).length] as const);
  return (
    <Card flush>
      <Press className="row" expanded={open} onPress={() => setOpen(!open)}>
        <Box className="row-words">
          <Box className={open ? 'row-title' : 'row-title is-brief'}>{`${row.task.number}．${row.task.mainTask}`}</Box>
          <Rates completeness={row.completeness} timeliness={row.timeliness} />
          <Box className="row-foot">
            <Flow>
              {counted
                .filter(([, count]) => count > 0)
                .map(([light, count]) => (
                  <Tag key={light} tone={COUNTS[light][0]} icon={COUNTS[light][1]}>
                    {`${COUNTS[light][2]} ${count}`}
                  </Tag>
                ))}
            </Flow>
          </Box>
        </Box>
        <Icon name={open ? 'minus' : 'chevron-down'} className="row-more" />
      </Press>
      {open ? <Units row={row} {...props} /> : null}
    </Card>
  );
}

function Units({ row, breakdownId, table, chosen, choose }: HeatViewProps & { row: HeatRow }) {
  const cells = new Map(row.cells.map((cell) => [cell.unitId, cell]));
  const below = table.columns
    .filter((column) => column.hasUnits && cells.get(column.unitId)?.below)
    .map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <Stack>
      {table.columns.map((column) => {
        const cell = cells.get(column.unitId);
        if (!cell) return null;
        return (
          <Row
            key={column.unitId}
            title={column.name}
            about={[`进展：${progressInShort(cell)}`, owedOfCell(row, cell)].filter(Boolean).join(' · ')}
            end={<SignTag cell={cell} />}
            to={addressOfCell(breakdownId, row, cell, chosen)}
            foot={column.hasUnits && cell.below ? <Box className="grid-about">{belowInShort(cell.below)}</Box> : null}
          />
        );
      })}
      <Flow>
        <Button kind="quiet" href={addressOfTask(row)}>
          看整项任务
        </Button>
      </Flow>
      {below.length ? (
        <Select
          label="看所辖的村（社区）"
          optional
          options={[{ value: '', label: '请选择乡镇（街道）' }, ...below]}
          value=""
          onChange={(underUnitId) => (underUnitId ? choose({ underUnitId, unitId: undefined }) : undefined)}
        />
      ) : null}
    </Stack>
  );
}

function SignTag({ cell }: { cell: HeatCell }) {
  const { tone, icon, words } = signOf(cell);
  return (
    <Tag tone={tone} icon={icon}>
      {words}
    </Tag>
  );
}
