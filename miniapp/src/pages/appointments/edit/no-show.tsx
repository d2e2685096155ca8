import type { BookingSettings, NoShowPolicy } from '@county/shared/appointments/bookable-service';
import type { FieldIssue } from '@county/shared/http/problem';
import { issueAt } from '../../../api/failure';
import { Switch } from '../../../ui/choice';
import { Stepper } from '../../../ui/stepper';
import { Card, Section, Stack } from '../../../ui/surface';

interface NoShowProps {
  value: BookingSettings;
  onChange(part: Partial<BookingSettings>): void;
  issues: readonly FieldIssue[] | undefined;
}

const USUAL: NoShowPolicy = { times: 3, withinDays: 90, pauseDays: 30 };

const NUMBERS = [
  { key: 'times', label: '约了没来几次', unit: '次', step: 1, quickStep: 5, max: 10 },
  { key: 'withinDays', label: '在多少天内', unit: '天', step: 10, quickStep: 30, max: 365 },
  { key: 'pauseDays', label: '网上预约停几天', unit: '天', step: 5, quickStep: 30, max: 90 },
] as const;

/** 爽约规则: none unless the place says so; whoever it falls on may still come, ring, or be booked for. */
export function NoShow({ value: { noShowPolicy }, onChange, issues }: NoShowProps) {
  return (
    <Section title="约了不来怎么办">
      <Card>
        <Stack>
          <Switch
            label="多次不来，网上暂停预约"
            about="关着：来不来都能再约。开了也不影响到现场取号、打电话预约"
            value={noShowPolicy !== null}
            onChange={(isOn) => onChange({ noShowPolicy: isOn ? USUAL : null })}
          />
          {noShowPolicy
            ? NUMBERS.map(({ key, ...look }) => (
                <Stepper
                  key={key}
                  {...look}
                  value={noShowPolicy[key]}
                  onChange={(number) => onChange({ noShowPolicy: { ...noShowPolicy, [key]: number ?? 1 } })}
                  error={issueAt(issues, `noShowPolicy.${key}`)}
                />
              ))
            : null}
        </Stack>
      </Card>
    </Section>
  );
}
