import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Actor } from '@county/shared/people/actor';
import { listColleagues } from '@county/shared/people/people-routes';
import type { Colleague } from '@county/shared/people/person';
import { ROLE_LABELS } from '@county/shared/people/role';
import { NewStandIn } from '@county/shared/reminders/reminder';
import { setStandIn } from '@county/shared/reminders/reminder-routes';
import { canSetStandIn } from '@county/shared/reminders/reminder-rules';
import { useState } from 'react';
import { call } from '../../../api/call';
import { beyondFields, issueAt, issuesOf, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { DateField, Select } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface StandInSheetProps {
  staff: Actor;
  onClose(): void;
  onDone(): Promise<void>;
}

/** 设代收: who is away, who gets their reminders, from when to when; within the own unit. */
export function StandInSheet({ staff, onClose, onDone }: StandInSheetProps) {
  const colleagues = useCall(listColleagues, {});
  const [form, setForm] = useState({ personId: staff.personId, standInId: '', from: today(), until: '' });
  const id = useIdOf(form);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const isAlone = colleagues.data?.items.every(({ personId }) => personId === staff.personId) ?? false;

  const send = async () => {
    const { personId, standInId, from, until } = form;
    // What was left empty is asked for in so many words.
    const given = { personId, standInId: standInId || null, from: from || null, until: until || null };
    const checked = checkInput(NewStandIn, { ...given, id, unitId: staff.unitId });
    setIssues(checked.valid ? undefined : checked.issues);
    setFailure(undefined);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(setStandIn, { body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      setIssues(issuesOf(answer.failure));
      const shown = ['standInId', 'from', 'until', ...(mayChoose(staff) ? ['personId'] : [])];
      return setFailure(beyondFields(answer.failure, shown));
    }
    toast('已设代收');
    onClose();
    await onDone();
  };

  return (
    <Sheet
      title="设代收"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={busy}
          disabledReason={isAlone ? '本单位没有别人可以代收' : null}
          onPress={() => void send()}
        >
          确定
        </Button>
      }
    >
      <Answer of={colleagues} shape="words">
        {({ items }) =>
          isAlone ? (
            <EmptyState icon="users" title="本单位只登记了您一个人">
              请单位负责人先在“人员”里添加同事。
            </EmptyState>
          ) : (
            <Stack>
              <FailureNotice failure={failure} />
              {mayChoose(staff) ? (
                <Select
                  label="谁外出"
                  options={items.map(asOption)}
                  value={form.personId}
                  onChange={(personId) => setForm({ ...form, personId })}
                  error={issueAt(issues, 'personId')}
                />
              ) : null}
              <Select
                label="谁代收"
                options={items.filter(({ personId }) => personId !== form.personId).map(asOption)}
                value={form.standInId}
                onChange={(standInId) => setForm({ ...form, standInId })}
                error={issueAt(issues, 'standInId')}
              />
              <DateField
                label="从哪天"
                value={form.from}
                onChange={(from) => setForm({ ...form, from })}
                error={issueAt(issues, 'from')}
              />
              <DateField
                label="到哪天"
                hint="含这一天"
                min={form.from > today() ? form.from : today()}
                value={form.until}
                onChange={(until) => setForm({ ...form, until })}
                error={issueAt(issues, 'until')}
              />
            </Stack>
          )
        }
      </Answer>
    </Sheet>
  );
}

const asOption = ({ personId, name, role }: Colleague) => ({
  value: personId,
  label: `${name}（${ROLE_LABELS[role]}）`,
});

/** Whoever may set it for others of the unit names who is away; for anybody else it is they themselves. */
function mayChoose(staff: Actor): boolean {
  return staff.unitId !== null && canSetStandIn(staff, { personId: '', unitId: staff.unitId }).allowed;
}
