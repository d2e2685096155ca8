import type { NoticeDay } from '@county/shared/calendar/calendar-year';
import { yearOf } from '@county/shared/calendar/working-days';
import type { Day } from '@county/shared/calendar/day';
import { holidaySentences } from '@county/shared/calendar/holiday-sentences';
import { useState } from 'react';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Segmented } from '../../../ui/choice';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { useWide } from '../../../ui/use-wide';
import { Month } from './month';

type Quarter = '1' | '2' | '3' | '4';

const QUARTERS = [
  { value: '1', label: '一季度' },
  { value: '2', label: '二季度' },
  { value: '3', label: '三季度' },
  { value: '4', label: '四季度' },
] as const;

interface YearViewProps {
  year: number;
  /** By the year's own notice. */
  days: readonly NoticeDay[];
  daysByNext: readonly NoticeDay[];
  onDay?: ((day: Day) => void) | undefined;
}

/** A year's arrangement in the notice's sentences and month by month; on a phone a quarter at a time. */
export function YearView({ year, days, daysByNext, onDay }: YearViewProps) {
  const wide = useWide();
  const isThisYear = yearOf(today()) === year;
  const [quarter, setQuarter] = useState<Quarter>(() => (isThisYear ? quarterOf(today()) : '1'));
  const byDay = new Map([...days, ...daysByNext].map((day) => [day.date, day]));
  const first = (Number(quarter) - 1) * 3 + 1;
  const months = wide ? Array.from({ length: 12 }, (_, at) => at + 1) : [first, first + 1, first + 2];
  // New Year's may begin in the December before, which is this notice's to arrange.
  const hasEve = days.some(({ date }) => yearOf(date) < year) && months[0] === 1;
  const sentences = holidaySentences(year, days);
  return (
    <>
      {sentences.length ? (
        <Section title="全年安排">
          <Card>
            <Facts facts={sentences.map(({ name, words }) => ({ name, value: words }))} />
          </Card>
        </Section>
      ) : null}
      <Section title="日历" {...(onDay ? { about: '点某一天可以单独改' } : {})}>
        {wide ? null : <Segmented<Quarter> label="季度" options={QUARTERS} value={quarter} onChange={setQuarter} />}
        <Card>
          <Stack>
            <Legend hasToday={isThisYear} />
            <Box className="months">
              {hasEve ? <Month year={year - 1} month={12} days={byDay} onDay={onDay} /> : null}
              {months.map((month) => (
                <Month key={month} year={year} month={month} days={byDay} onDay={onDay} />
              ))}
            </Box>
          </Stack>
        </Card>
      </Section>
    </>
  );
}

function Legend({ hasToday }: { hasToday: boolean }) {
  return (
    <Flow>
      <Tag tone="pine" icon="calendar-days">
        休：放假
      </Tag>
      <Tag tone="amber" icon="building-2">
        班：周末上班
      </Tag>
      {hasToday ? (
        <Tag tone="stone" icon="circle">
          框：今天
        </Tag>
      ) : null}
    </Flow>
  );
}

const quarterOf = (day: Day) => String(Math.ceil(Number(day.slice(5, 7)) / 3)) as Quarter;
