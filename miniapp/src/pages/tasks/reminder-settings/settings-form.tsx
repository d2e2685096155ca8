import type { FieldIssue } from '@county/shared/http/problem';
import { checkInput } from '@county/shared/http/input';
import { changeReminderSettings } from '@county/shared/tasks/due-reminders/due-reminder-routes';
import { ReminderSettings, USUAL_SETTINGS } from '@county/shared/tasks/due-reminders/reminder-settings';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field, Select } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { QuietDays } from './quiet-days';

interface SettingsFormProps {
  breakdownId: string;
  now: ReminderSettings;
  onSaved(settings: ReminderSettings): void;
}

const HOURS = Array.from({ length: 16 }, (_, at) => ({ value: String(at + 6), label: `${at + 6} 点` }));

/** The steps as they are written: days as words, since a field may be empty or half typed. */
interface Written extends Pick<ReminderSettings, 'isOn' | 'onDay' | 'hour' | 'quiet'> {
  before: string;
  lateUnit: string;
  lateLeads: string;
  lateCircular: string;
}

/** All of it on one page, and back to the usual by one press. */
export function SettingsForm({ breakdownId, now, onSaved }: SettingsFormProps) {
  const [form, setForm] = useState<Written>(() => written(now));
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Written>) => setForm({ ...form, ...part });
  const save = async () => {
    const checked = checkInput(ReminderSettings, read(form));
    setIssues(checked.valid ? undefined : checked.issues);
    setFailure(undefined);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(changeReminderSettings, { params: { breakdownId }, body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    toast('已保存，从下一次提醒起生效');
    onSaved(answer.reply);
  };
  const isUsual = JSON.stringify(form) === JSON.stringify(written(USUAL_SETTINGS));
  return (
    <>
      <FailureNotice failure={failure} />
      {issues ? <Notice kind="danger" title="有几处要改，请看标红的地方" /> : null}
      <Card>
        <Switch
          label="到期提醒"
          about={form.isOn ? '按下面的天数提醒，都按工作日计算' : '这份任务分解表现在不发到期和逾期提醒'}
          value={form.isOn}
          onChange={(isOn) => change({ isOn })}
        />
      </Card>
      {form.isOn ? (
        <>
          <Section title="到期以前" about="提醒责任单位的工作人员。">
            <Card>
              <Stack>
                <Field
                  label="提前几个工作日"
                  hint="用顿号隔开，最多 6 次，例如 30、10、3；不写就不提前提醒"
                  value={form.before}
                  onChange={(before) => change({ before })}
                  error={issues?.find(({ path }) => path[0] === 'before')?.message}
                  optional
                />
                <Switch label="到期当天提醒" value={form.onDay} onChange={(onDay) => change({ onDay })} />
              </Stack>
            </Card>
          </Section>
          <Section title="逾期以后" about="逾期几个工作日时提醒；不写就没有这一步。">
            <Card>
              <Stack>
                <LateField label="提醒责任单位" at="lateUnit" form={form} issues={issues} onChange={change} />
                <LateField
                  label="再提醒上级单位负责人和督查员"
                  at="lateLeads"
                  form={form}
                  issues={issues}
                  onChange={change}
                />
                <LateField
                  label="提示督查员可以列入通报"
                  at="lateCircular"
                  form={form}
                  issues={issues}
                  onChange={change}
                />
              </Stack>
            </Card>
          </Section>
          <Section title="时间" about="休息日不提醒：到期前的提早到上一个工作日，逾期的推到下一个工作日。">
            <Card>
              <Select
                label="每天几点起提醒"
                options={HOURS}
                value={String(form.hour)}
                onChange={(hour) => change({ hour: Number(hour) })}
                error={issueAt(issues, 'hour')}
              />
            </Card>
          </Section>
          <QuietDays spans={form.quiet} issues={issues} onChange={(quiet) => change({ quiet })} />
          <Button
            icon="undo-2"
            wide
            disabledReason={isUsual ? '已经是通常的设置' : null}
            onPress={() => {
              setForm(written(USUAL_SETTINGS));
              setIssues(undefined);
              toast('已填入通常的设置，保存后生效');
            }}
          >
            恢复通常的设置
          </Button>
        </>
      ) : null}
      <ActionBar>
        <Button kind="primary" icon="check" wide busy={busy} onPress={() => void save()}>
          保存
        </Button>
      </ActionBar>
    </>
  );
}

interface LateFieldProps {
  label: string;
  at: 'lateUnit' | 'lateLeads' | 'lateCircular';
  form: Written;
  issues: FieldIssue[] | undefined;
  onChange(part: Partial<Written>): void;
}

function LateField({ label, at, form, issues, onChange }: LateFieldProps) {
  return (
    <Field
      label={label}
      kind="number"
      optional
      maxLength={2}
      value={form[at]}
      onChange={(days) => onChange({ [at]: days })}
      error={issueAt(issues, at)}
    />
  );
}

function written({ isOn, before, onDay, lateUnit, lateLeads, lateCircular, hour, quiet }: ReminderSettings): Written {
  const days = (count: number | null) => (count === null ? '' : String(count));
  return {
    isOn,
    before: before.join('、'),
    onDay,
    lateUnit: days(lateUnit),
    lateLeads: days(lateLeads),
    lateCircular: days(lateCircular),
    hour,
    quiet,
  };
}

/** As it goes to the check: what is no number stays what it is, and is refused there in words. */
function read({ before, lateUnit, lateLeads, lateCircular, ...rest }: Written) {
  const days = (words: string) => (words.trim() === '' ? null : Number(words));
  const counts = before.split(/[、，,；;\s]+/).filter(Boolean);
  return {
    ...rest,
    before: counts.map(Number),
    lateUnit: days(lateUnit),
    lateLeads: days(lateLeads),
    lateCircular: days(lateCircular),
  };
}
