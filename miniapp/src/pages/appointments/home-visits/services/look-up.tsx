import { HomeVisitLookUp } from '@county/shared/appointments/home-visits/home-visit-request';
import { lookUpHomeVisit } from '@county/shared/appointments/home-visits/home-visit-routes';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { call } from '../../../../api/call';
import { issueAt, type Failure } from '../../../../api/failure';
import { visitsAskedHere } from '../../../../api/kept-numbers';
import { goTo } from '../../../../platform/navigation';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Field } from '../../../../ui/field';
import { Card, Section, Stack } from '../../../../ui/surface';
import { ownRequestPage } from '../visit-pages';

/** By the number that was told on the telephone, on another device. */
export function LookUp() {
  const [form, setForm] = useState({ number: '', phone: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    const checked = checkInput(HomeVisitLookUp, form);
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(lookUpHomeVisit, { body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    visitsAskedHere.remember(answer.reply.id);
    await goTo(ownRequestPage(answer.reply.id));
  };
  return (
    <Section title="查看申请" about="换了手机，或由别人代为申请的，凭申请号和电话查看">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field
            label="申请号"
            hint="6 位，如 K7MPX2"
            value={form.number}
            onChange={(number) => setForm({ ...form, number })}
            error={issueAt(issues, 'number')}
          />
          <Field
            label="申请时留的电话"
            kind="phone"
            value={form.phone}
            onChange={(phone) => setForm({ ...form, phone })}
            error={issueAt(issues, 'phone')}
          />
          <Button icon="search" busy={busy} onPress={() => void look()}>
            查看
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
