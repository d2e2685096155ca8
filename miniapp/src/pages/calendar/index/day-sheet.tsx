import { isWeekend } from '@county/shared/calendar/calendar-rules';
import type { NoticeDay } from '@county/shared/calendar/calendar-year';
import { dayInWords, type Day } from '@county/shared/calendar/day';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Stack } from '../../../ui/surface';

type Meaning = NoticeDay['kind'] | 'plain';

interface DaySheetProps {
  day: Day;
  /** What it is now; undefined for a plain day of the week. */
  now: NoticeDay | undefined;
  onClose(): void;
  /** Undefined makes it a plain day again. */
  onChange(day: NoticeDay | undefined): void;
}

/** One day made off, worked or plain by hand. */
export function DaySheet({ day, now, onClose, onChange }: DaySheetProps) {
  const weekend = isWeekend(day);
  const [meaning, setMeaning] = useState<Meaning>(now?.kind ?? 'plain');
  const [name, setName] = useState(now?.name ?? '');
  const options = [
    { value: 'holiday', label: '放假' },
    ...(weekend ? [{ value: 'workday', label: '上班', about: '调休，按工作日计算' } as const] : []),
    { value: 'plain', label: '平常', about: weekend ? '周末，不上班' : '工作日' },
  ] as const;
  const isNamed = meaning === 'plain' || name.trim() !== '';
  return (
    <Sheet
      title={dayInWords(day)}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          disabledReason={isNamed ? null : '请先写是什么节日'}
          onPress={() => onChange(meaning === 'plain' ? undefined : { date: day, kind: meaning, name: name.trim() })}
        >
          改这一天
        </Button>
      }
    >
      <Stack>
        <Choice<Meaning> label="这一天" options={options} value={meaning} onChange={setMeaning} />
        {meaning === 'plain' ? null : (
          <Field
            label="节日"
            hint={meaning === 'holiday' ? '如“春节”' : '为哪个节日上班，如“春节调休”'}
            maxLength={40}
            value={name}
            onChange={setName}
          />
        )}
      </Stack>
    </Sheet>
  );
}
