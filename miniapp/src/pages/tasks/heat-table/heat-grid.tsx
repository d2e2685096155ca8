import type { HeatColumn, HeatRow } from '@county/shared/tasks/overview/heat-table';
import { completenessInWords, timelinessInWords, type Rate } from '@county/shared/tasks/overview/rates';
import { goTo } from '../../../platform/navigation';
import { Grid } from '../../../ui/base/grid';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { addressOfCell, addressOfTask, owedOfCell, type HeatViewProps } from './heat-view';
import { HeatCellSign } from './heat-cell';

/** The desk's heat table. */
export function HeatGrid({ breakdownId, table, chosen, choose }: HeatViewProps) {
  const rows = table.rows.map((row) => {
    const cells = new Map(row.cells.map((cell) => [cell.unitId, cell]));
    return {
      key: row.task.id,
      head: <TaskHead row={row} />,
      cell: (unitId: string) => {
        const cell = cells.get(unitId);
        if (!cell) return <Box className="heat-none">—</Box>;
        const unitName = table.columns.find((column) => column.unitId === unitId)?.name ?? '';
        return (
          <HeatCellSign
            cell={cell}
            unitName={unitName}
            owed={owedOfCell(row, cell)}
            to={addressOfCell(breakdownId, row, cell, chosen)}
          />
        );
      },
    };
  });
  const columns = table.columns.map((column) => ({
    key: column.unitId,
    head: <UnitHead column={column} onOpen={() => choose({ underUnitId: column.unitId, unitId: undefined })} />,
  }));
  return <Grid label="进展一览表" corner={<Box className="grid-head">任务</Box>} columns={columns} rows={rows} />;
}

function TaskHead({ row }: { row: HeatRow }) {
  const to = addressOfTask(row);
  return (
    <Press href={to} onPress={() => void goTo(to)}>
      <Box className="grid-head is-link is-brief">{`${row.task.number}．${row.task.mainTask}`}</Box>
      <Rates completeness={row.completeness} timeliness={row.timeliness} />
    </Press>
  );
}

function UnitHead({ column, onOpen }: { column: HeatColumn; onOpen(): void }) {
  const words = (
    <>
      <Box as="span" className={column.hasUnits ? 'grid-head is-link' : 'grid-head'}>
        {column.name}
      </Box>
      <Rates completeness={column.completeness} timeliness={column.timeliness} />
    </>
  );
  if (!column.hasUnits) return words;
  return (
    <Press label={`${column.name}，看所辖单位`} onPress={onOpen}>
      {words}
    </Press>
  );
}

/** Two numbers, each in its own words; what does not apply is said so and is not 0 %. */
export function Rates({ completeness, timeliness }: { completeness: Rate; timeliness: Rate }) {
  return (
    <Box className="grid-about">
      <Box as="span">{completenessInWords(completeness)}</Box>
      <Box as="span">{timelinessInWords(timeliness, completeness.of > 0)}</Box>
    </Box>
  );
}
