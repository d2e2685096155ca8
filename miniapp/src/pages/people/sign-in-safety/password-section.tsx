import { checkInput } from '@county/shared/http/input';
import { changePassword } from '@county/shared/people/session-routes';
import { PasswordChange } from '@county/shared/people/session';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { useSending } from '../../../api/use-sending';
import { SmallForm } from '../../../components/small-form';
import { Field } from '../../../ui/field';
import { Card, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** Another password; every other place is signed out by it. */
export function PasswordSection() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { send, busy, issues, failure, setIssues } = useSending<unknown>(() => {
    setCurrent('');
    setNext('');
    toast('密码已修改，其他地方都已退出');
  }, ['current', 'next']);
  const change = () => {
    const checked = checkInput(PasswordChange, { current, next });
    if (!checked.valid) return setIssues(checked.issues);
    void send(call(changePassword, { body: checked.value }));
  };
  return (
    <Section title="修改密码">
      <Card>
        <SmallForm words="修改密码" icon="check" busy={busy} failure={failure} onSend={change}>
          <Field
            label="现在的密码"
            kind="password"
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            error={issueAt(issues, 'current')}
          />
          <Field
            label="新密码"
            hint="至少 10 位，越长越好"
            kind="password"
            value={next}
            onChange={setNext}
            autoComplete="new-password"
            error={issueAt(issues, 'next')}
          />
        </SmallForm>
      </Card>
    </Section>
  );
}
