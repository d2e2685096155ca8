import { addMonths } from '@county/shared/calendar/day';
import { MOST_MONTHS_TO_REVIEW } from '@county/shared/service-guides/guide-rules';
import { today } from '../../../platform/clock';
import { DateField, Field, TextArea } from '../../../ui/field';
import { ContactFields } from '../../../components/contact-fields';
import { faultAt, faultWithin } from '../../../components/content-faults';
import type { FormPart } from './form-parts';
import { MovedRows } from '../../../components/moved-rows';

const MOST = 20;

/** What people ask and get wrong, whom they ring, and when the office looks again. */
export function QuestionsPart({ form, write, issues }: FormPart) {
  return (
    <>
      <ContactFields
        who="咨询人"
        phoneLabel="咨询电话"
        hint="说得清这件事的人"
        contact={form.contact}
        onChange={(contact) => write({ contact })}
        issues={issues}
      />
      <TextArea
        label="常见错误"
        hint="群众常常因为什么白跑一趟，一行一条"
        rows={3}
        value={form.mistakes}
        onChange={(mistakes) => write({ mistakes })}
        error={faultWithin(issues, 'mistakes')}
      />
      <MovedRows
        what="常见问题"
        counted="个"
        items={form.questions}
        onChange={(questions) => write({ questions })}
        fresh={() => ({ question: '', answer: '' })}
        most={MOST}
        error={faultAt(issues, 'questions')}
      >
        {(one, index, change) => (
          <>
            <Field
              label="问题"
              maxLength={100}
              value={one.question}
              onChange={(question) => change({ question })}
              error={faultAt(issues, `questions.${index}.question`)}
            />
            <TextArea
              label="回答"
              rows={2}
              maxLength={400}
              value={one.answer}
              onChange={(answer) => change({ answer })}
              error={faultAt(issues, `questions.${index}.answer`)}
            />
          </>
        )}
      </MovedRows>
      <DateField
        label="下次核对日期"
        hint="到那天会提醒，看看还对不对"
        min={today()}
        max={addMonths(today(), MOST_MONTHS_TO_REVIEW)}
        value={form.reviewOn}
        onChange={(reviewOn) => write({ reviewOn })}
        error={faultAt(issues, 'reviewOn')}
      />
    </>
  );
}
