import { addDays } from '@county/shared/calendar/day';
import { PAPER_DAYS } from '@county/shared/public-events/event-rules';
import { faultAt } from '../../../components/content-faults';
import { DateField, FieldError, TextArea } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import type { FormPart } from './form-parts';

const MOST_MINUTES = 60;

/** What a hearing has besides: papers in time, speaking time, its discipline. */
export function HearingPart({ form, write, issues }: FormPart) {
  const fault = (field: string) => faultAt(issues, `hearing.${field}`);
  const wrong = faultAt(issues, 'hearing');
  const [first] = form.sessions.map(({ day }) => day).sort();
  return (
    <>
      {wrong ? <FieldError words={wrong} /> : null}
      <DateField
        label="材料送达日期"
        hint={
          first
            ? `最迟 ${addDays(first, -PAPER_DAYS)}，会前 ${PAPER_DAYS} 日送到每位参加人手里`
            : `会前 ${PAPER_DAYS} 日送到每位参加人手里`
        }
        value={form.papersBy}
        onChange={(papersBy) => write({ papersBy })}
        error={fault('papersBy')}
      />
      <Stepper
        label="每人发言时间"
        unit="分钟"
        min={1}
        max={MOST_MINUTES}
        quickStep={5}
        value={form.speakingMinutes}
        onChange={(speakingMinutes) => write({ speakingMinutes })}
        error={fault('speakingMinutes')}
      />
      <TextArea
        label="听证纪律"
        optional
        rows={3}
        maxLength={1000}
        value={form.rules}
        onChange={(rules) => write({ rules })}
        error={fault('rules')}
      />
    </>
  );
}
