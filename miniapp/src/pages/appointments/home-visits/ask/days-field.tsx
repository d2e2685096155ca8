import { DAY_PART_LABELS, DayPart } from '@county/shared/appointments/home-visits/home-visit-request';
import { addDays, dayInWords, type Day } from '@county/shared/calendar/day';
import { today } from '../../../../platform/clock';
import { Checks, Segmented } from '../../../../ui/choice';
import { Card, Section, Stack } from '../../../../ui/surface';

export interface Days {
  suitableDays: Day[];
  dayPart: DayPart;
}

const AHEAD = 7;
const PARTS = DayPart.options.map((value) => ({ value, label: DAY_PART_LABELS[value] }));

/** The coming week to choose from; nothing chosen means any day. */
export function DaysField({ days, onChange }: { days: Days; onChange(part: Partial<Days>): void }) {
  const from = today();
  const coming = Array.from({ length: AHEAD }, (_, at) => addDays(from, at + 1));
  // What was chosen before stays to be seen.
  const shown = [...new Set([...days.suitableDays.filter((day) => day > from), ...coming])].sort();
  return (
    <Section title="哪几天方便" about="不选就是哪天都行；工作人员会先打电话">
      <Card>
        <Stack>
          <Checks
            label="可以选几天"
            options={shown.map((day) => ({ value: day, label: dayInWords(day, from) }))}
            values={days.suitableDays}
            onChange={(suitableDays) => onChange({ suitableDays: suitableDays.sort() })}
          />
          <Segmented<DayPart>
            label="上午还是下午"
            options={PARTS}
            value={days.dayPart}
            onChange={(dayPart) => onChange({ dayPart })}
          />
        </Stack>
      </Card>
    </Section>
  );
}
