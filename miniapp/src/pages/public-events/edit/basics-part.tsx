import { EventKind, EventSubject } from '@county/shared/public-events/event-content';
import { EVENT_KIND_LABELS, EVENT_SUBJECT_LABELS } from '@county/shared/public-events/event-words';
import { useStaff } from '../../../api/session';
import { faultAt } from '../../../components/content-faults';
import { Choice } from '../../../ui/choice';
import { Field, Select, TextArea } from '../../../ui/field';
import { Facts } from '../../../ui/surface';
import { OneUnit } from '../../service-guides/one-unit';
import type { FormPart } from './form-parts';
import { PlanItem } from './plan-item';

const KIND_ABOUT = {
  'open-day': '请群众进单位看一看、问一问',
  meeting: '请代表和群众列席、旁听会议',
  deliberation: '请有关的人一起商量一件事',
  hearing: '重大决策前听取意见，材料会前 7 日送达',
} as const satisfies Record<EventKind, string>;

const KINDS = EventKind.options.map((value) => ({
  value,
  label: EVENT_KIND_LABELS[value],
  about: KIND_ABOUT[value],
}));
const SUBJECTS = EventSubject.options.map((value) => ({ value, label: EVENT_SUBJECT_LABELS[value] }));

/** What is held, by whom, about what. */
export function BasicsPart({ form, write, issues, isNew }: FormPart & { isNew: boolean }) {
  const staff = useStaff();
  return (
    <>
      {isNew && staff?.role !== 'officer' ? (
        <OneUnit
          label="主办单位"
          unit={form.unit}
          onChange={(unit) => write({ unit })}
          error={faultAt(issues, 'unitId')}
        />
      ) : (
        <Facts facts={[{ name: '主办单位', value: form.unit?.unitName ?? '—' }]} />
      )}
      {isNew ? <PlanItem form={form} write={write} issues={issues} /> : null}
      <Choice<EventKind>
        label="办什么"
        options={KINDS}
        value={form.kind}
        onChange={(kind) => write(kind === 'hearing' ? { kind, takesSignUps: true } : { kind })}
        error={faultAt(issues, 'kind')}
      />
      <Field
        label="主题"
        hint="群众一看就明白，例如 走进自来水厂"
        maxLength={60}
        value={form.title}
        onChange={(title) => write({ title })}
        error={faultAt(issues, 'title')}
      />
      <Select
        label="领域"
        hint="群众按它找关心的活动"
        options={SUBJECTS}
        value={form.subject ?? ''}
        onChange={(subject) => write({ subject: EventSubject.safeParse(subject).data ?? null })}
        error={faultAt(issues, 'subject')}
      />
      <TextArea
        label="内容介绍"
        hint="来了能看到什么、谈什么事、谁来答复；至少 10 个字"
        rows={4}
        maxLength={1000}
        value={form.intro}
        onChange={(intro) => write({ intro })}
        error={faultAt(issues, 'intro')}
      />
    </>
  );
}
