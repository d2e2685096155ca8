import { changeCalendarYear } from '@county/shared/calendar-keeping/calendar-routes';
import { differences } from '@county/shared/calendar/calendar-rules';
import type {
  CalendarPreview,
  CalendarYear,
  ChangedCalendarYear,
  NoticeDay,
  NoticeRemark,
} from '@county/shared/calendar/calendar-year';
import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { FailureNotice, FailureState } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { MovedCases } from './moved-cases';
import { Remarks } from './remarks';

/** What is about to be entered for a year. */
export interface Entry {
  id: string;
  days: readonly NoticeDay[];
  source: string;
  /** What the notice's text left doubtful. */
  doubts: readonly NoticeRemark[];
}

interface EnteringProps {
  known: CalendarYear;
  entry: Entry;
  /** What would move; undefined while it is being asked. */
  preview: CalendarPreview | undefined;
  previewFailure: Failure | undefined;
  onLook(): void;
  onSource(source: string): void;
  onDiscard(): void;
  onConflict(): void;
  onEntered(changed: ChangedCalendarYear): void;
}

/** Before a year's days are entered: doubts first, then what becomes different and which limits move. */
export function Entering({ known, entry, preview, previewFailure, onLook, ...act }: EnteringProps) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { year } = known;
  const faults = preview?.remarks.filter((one) => !entry.doubts.some(({ message }) => message === one.message)) ?? [];
  const enter = async () => {
    setBusy(true);
    const { id, days, source } = entry;
    const body = { id, version: known.version, source, days: [...days] };
    const answer = await call(changeCalendarYear, { params: { year }, body });
    setBusy(false);
    if (answer.ok) return act.onEntered(answer.reply);
    setFailure(answer.failure);
    if (answer.failure.kind === 'refused' && answer.failure.status === 409) act.onConflict();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      <Notice kind="info" title={`下面是 ${year} 年还没有录入的安排`}>
        请核对有疑问的地方；日历里的日子可以单独改，没有录入以前都不生效。
      </Notice>
      <Remarks remarks={[...faults, ...entry.doubts]} />
      {known.isKnown ? <Differences before={known.days} after={entry.days} /> : null}
      {preview ? (
        <MovedCases moves={preview.moves} moveCount={preview.moveCount} done={false} />
      ) : previewFailure ? (
        <FailureState failure={previewFailure} onRetry={onLook} />
      ) : (
        <Skeleton />
      )}
      <Card>
        <Stack>
          <FailureNotice failure={failure} />
          <Field
            label="依据"
            hint="通知的名称和文号，写入每件移动了期限的事项的经过"
            maxLength={200}
            value={entry.source}
            onChange={act.onSource}
            error={issueAt(issues, 'source')}
          />
          <Flow>
            <Button
              kind="primary"
              icon="check"
              busy={busy}
              disabledReason={whyNot(entry, preview)}
              onPress={() => void enter()}
            >
              {`录入 ${year} 年放假安排`}
            </Button>
            <Button kind="quiet" icon="trash-2" onPress={act.onDiscard}>
              放弃
            </Button>
          </Flow>
        </Stack>
      </Card>
    </>
  );
}

function whyNot({ source }: Entry, preview: CalendarPreview | undefined): string | null {
  if (!preview) return '正在看哪些期限会移动';
  return source.trim() ? null : '请先写明依据';
}

const KINDS = { holiday: '放假', workday: '上班' } as const;

function Differences({ before, after }: Record<'before' | 'after', readonly NoticeDay[]>) {
  const found = differences(before, after);
  const words = (kind: NoticeDay['kind'] | null) => (kind ? KINDS[kind] : '平常');
  return (
    <Section title="与现在的安排不同">
      <Card>
        {found.length ? (
          <Facts
            facts={found.map(({ date, from, to }) => ({
              name: `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`,
              value: `${dayInWords(date, today())}：${words(from)} → ${words(to)}`,
            }))}
          />
        ) : (
          '日子都一样。'
        )}
      </Card>
    </Section>
  );
}
