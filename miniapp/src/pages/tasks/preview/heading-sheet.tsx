import { BREAKDOWN_KIND_LABELS, BreakdownKind } from '@county/shared/tasks/breakdowns/task-breakdown';
import { useState } from 'react';
import { issueAt } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import type { Corrections } from './use-corrections';

/** Name, kind and year of what the table becomes. */
export function HeadingSheet({ corrections, onClose }: { corrections: Corrections; onClose: () => void }) {
  const { preview, correct, busy, failure } = corrections;
  const [title, setTitle] = useState(preview.title);
  const [year, setYear] = useState(String(preview.year));
  const [kind, setKind] = useState<BreakdownKind>(preview.kind);
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const save = async () => {
    if (await correct({ kind: 'heading', title, year: Number(year), breakdownKind: kind })) onClose();
  };
  return (
    <Sheet
      title="名称、类型、年度"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Field label="名称" maxLength={120} value={title} onChange={setTitle} error={issueAt(issues, 'title')} />
        <Choice<BreakdownKind>
          label="类型"
          options={BreakdownKind.options.map((value) => ({ value, label: BREAKDOWN_KIND_LABELS[value] }))}
          value={kind}
          onChange={setKind}
        />
        <Field
          label="计划年度"
          kind="number"
          hint="没有写年份的时限按这一年理解"
          value={year}
          onChange={setYear}
          error={issueAt(issues, 'year')}
        />
      </Stack>
    </Sheet>
  );
}
