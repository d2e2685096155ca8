import { COLUMN_MEANING_LABELS, ColumnMeaning } from '@county/shared/tasks/breakdowns/breakdown-columns';
import type { PreviewTable } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { useState } from 'react';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Select } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Section, Stack } from '../../../ui/surface';
import type { Corrections } from './use-corrections';

/** Tables nobody knows the columns of: the first thing to say. */
export function UnknownTables({ corrections }: { corrections: Corrections }) {
  return <Tables corrections={corrections} recognised={false} />;
}

/** How the columns of each table were understood, and the way to put that right. */
export function TablesPart({ corrections }: { corrections: Corrections }) {
  return <Tables corrections={corrections} recognised />;
}

function Tables({ corrections, recognised }: { corrections: Corrections; recognised: boolean }) {
  const [open, setOpen] = useState<number>();
  const { tables } = corrections.preview;
  const shown = tables
    .map((table, index) => ({ table, index }))
    .filter(({ table }) => table.columns.length && table.recognised === recognised);
  return (
    <>
      {shown.map(({ table, index }) => (
        <Section key={table.place} title={tables.length > 1 ? `${table.place}的各列` : '各列的含义'}>
          {recognised ? null : (
            <Notice kind="warn" title="没有认出这个表格">
              请说明各列是什么；同样表头的表格，下次就认得。不是任务表的，不用管它。
            </Notice>
          )}
          <Card>
            <Stack>
              <Box className="row-about">{columnsInWords(table)}</Box>
              {corrections.preview.confirmedRows.length ? null : (
                <Button icon="table-2" kind={recognised ? 'secondary' : 'primary'} onPress={() => setOpen(index)}>
                  {recognised ? '改各列的含义' : '说明各列的含义'}
                </Button>
              )}
            </Stack>
          </Card>
        </Section>
      ))}
      {open !== undefined && tables[open] ? (
        <ColumnsSheet corrections={corrections} number={open} table={tables[open]} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}

function columnsInWords({ columns }: PreviewTable): string {
  return columns
    .map(({ heading, meaning }) => {
      const label = COLUMN_MEANING_LABELS[meaning];
      return meaning === 'ignored' || heading === label ? heading : `${heading}（${label}）`;
    })
    .join(' ｜ ');
}

interface ColumnsSheetProps {
  corrections: Corrections;
  number: number;
  table: PreviewTable;
  onClose: () => void;
}

function ColumnsSheet({ corrections, number, table, onClose }: ColumnsSheetProps) {
  const { correct, busy, failure } = corrections;
  const [meanings, setMeanings] = useState(table.columns.map(({ meaning }) => meaning));
  const options = ColumnMeaning.options.map((value) => ({ value, label: COLUMN_MEANING_LABELS[value] }));
  const save = async () => {
    if (await correct({ kind: 'columns', table: number, meanings })) onClose();
  };
  return (
    <Sheet
      title={`${table.place}：各列的含义`}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          保存并重新识别
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        {table.columns.map(({ heading }, column) => (
          <Select
            key={`${column} ${heading}`}
            label={`第 ${column + 1} 列“${heading}”`}
            hint={table.sample[column] ? `如：${table.sample[column]}` : '第一行是空的'}
            options={options}
            value={meanings[column] ?? 'ignored'}
            onChange={(value) =>
              setMeanings(meanings.map((one, index) => (index === column ? (value as ColumnMeaning) : one)))
            }
          />
        ))}
      </Stack>
    </Sheet>
  );
}
