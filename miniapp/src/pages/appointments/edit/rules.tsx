import type { BookingSettings } from '@county/shared/appointments/bookable-service';
import type { FieldIssue } from '@county/shared/http/problem';
import { issueAt } from '../../../api/failure';
import { Switch } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { Card, Section, Stack } from '../../../ui/surface';

interface RulesProps {
  value: BookingSettings;
  onChange(part: Partial<BookingSettings>): void;
  issues: readonly FieldIssue[] | undefined;
}

const NUMBERS = [
  { key: 'minutes', label: '每次办多久', unit: '分钟', step: 5, quickStep: 30, max: 480 },
  { key: 'everyMinutes', label: '每隔多久放一个时间', unit: '分钟', step: 5, quickStep: 30, max: 480 },
  { key: 'leadMinutes', label: '最晚提前多久预约', unit: '分钟', step: 30, quickStep: 60, max: 10_080 },
  { key: 'cutOffMinutes', label: '最晚提前多久改期或取消', unit: '分钟', step: 30, quickStep: 60, max: 10_080 },
  { key: 'horizonDays', label: '最多可约几天内', unit: '天', step: 1, quickStep: 7, max: 90 },
  { key: 'walkInShare', label: '留给现场取号的比例', unit: '%', step: 5, quickStep: 10, max: 100 },
  { key: 'placesForOld', label: '每个时间留给老人几个名额', unit: '个', step: 1, quickStep: 5, max: 100 },
  { key: 'limitPerPerson', label: '每人最多同时约几次', unit: '次', step: 1, quickStep: 5, max: 20 },
] as const;

const HINTS: Partial<Record<(typeof NUMBERS)[number]['key'], string>> = {
  walkInShare: '不会用手机的人直接来取号，用的就是这些',
  placesForOld: '只由工作人员替打电话来、上门来的老人约',
};

/** What it is called and by which rules it is booked. */
export function Rules({ value, onChange, issues }: RulesProps) {
  return (
    <Section title="办什么，怎么约">
      <Card>
        <Stack>
          <Switch
            label="接受预约"
            about="关掉后不再有新的预约，已约的照办"
            value={value.isOffered}
            onChange={(isOffered) => onChange({ isOffered })}
          />
          <Field
            label="可约事项"
            hint="用群众的说法，如：办社保卡"
            value={value.name}
            onChange={(name) => onChange({ name })}
            error={issueAt(issues, 'name')}
          />
          <Field
            label="提示"
            optional
            hint="显示在时间旁边，如：带上旧证"
            value={value.note}
            onChange={(note) => onChange({ note })}
            error={issueAt(issues, 'note')}
          />
          {NUMBERS.map(({ key, ...look }) => (
            <Stepper
              key={key}
              {...look}
              hint={HINTS[key]}
              value={value[key]}
              onChange={(number) => onChange({ [key]: number ?? 0 })}
              error={issueAt(issues, key)}
            />
          ))}
        </Stack>
      </Card>
    </Section>
  );
}
