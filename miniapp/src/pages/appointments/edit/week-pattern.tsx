import type { BookingSettings, PlacesSpan } from '@county/shared/appointments/bookable-service';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { Spans } from './spans';

const NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const LAST_WORKDAY = 4;

interface WeekPatternProps {
  week: BookingSettings['week'];
  onChange(week: PlacesSpan[][]): void;
}

/** The week at a glance; a day pressed is opened and changed, and copied to the others. */
export function WeekPattern({ week, onChange }: WeekPatternProps) {
  const [open, setOpen] = useState<number>();
  const toWorkdays = (at: number) =>
    onChange(week.map((spans, index) => (index <= LAST_WORKDAY ? (week[at] ?? []) : spans)));
  return (
    <Section title="一周的时段" about="只在服务点开门的时间里放号；放假、调休按工作日历自动处理">
      <Card flush>
        {NAMES.map((name, at) => (
          <Box key={name}>
            <Row
              title={name}
              about={spansInWords(week[at] ?? [])}
              onPress={() => setOpen(open === at ? undefined : at)}
              label={`${name}，${spansInWords(week[at] ?? [])}，${open === at ? '收起' : '修改'}`}
            />
            {open === at ? (
              <Box className="day-edit">
                <Stack>
                  <Spans
                    of={name}
                    spans={week[at] ?? []}
                    onChange={(spans) => onChange(week.map((one, index) => (index === at ? spans : one)))}
                  />
                  <Button kind="quiet" icon="copy" onPress={() => toWorkdays(at)}>
                    周一到周五都这样
                  </Button>
                </Stack>
              </Box>
            ) : null}
          </Box>
        ))}
      </Card>
    </Section>
  );
}

/** `08:30–12:00 2 人，14:30–17:30 1 人`. */
export function spansInWords(spans: readonly PlacesSpan[]): string {
  return spans.map(({ from, to, places }) => `${from}–${to} ${places} 人`).join('，') || '不放号';
}
