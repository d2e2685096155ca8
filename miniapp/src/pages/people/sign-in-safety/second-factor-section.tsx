import { checkInput } from '@county/shared/http/input';
import { OneTimeCode, removeSecondFactor } from '@county/shared/people/second-factor';
import * as z from '@county/shared/zod';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { useSending } from '../../../api/use-sending';
import { SmallForm } from '../../../components/small-form';
import { Box } from '../../../ui/base/box';
import { Field } from '../../../ui/field';
import { Card, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

const Form = z.object({ code: OneTimeCode });

/** For an administrator with a new telephone: the old one's code ends it, the next sign-in sets up another. */
export function SecondFactorSection() {
  const [code, setCode] = useState('');
  const { send, busy, issues, failure, setIssues } = useSending<unknown>(() => {
    setCode('');
    toast('已取消，下次登录时重新设置');
  }, ['code', 'oneTimeCode']);
  const remove = () => {
    const checked = checkInput(Form, { code });
    if (!checked.valid) return setIssues(checked.issues);
    void send(call(removeSecondFactor, { body: checked.value }));
  };
  return (
    <Section title="换手机：动态验证码">
      <Card>
        <SmallForm
          words="取消旧手机的验证码"
          icon="refresh-cw"
          kind="secondary"
          busy={busy}
          failure={failure}
          onSend={remove}
          about={<Box>先填旧手机上的验证码，取消它。下次登录时，再用新手机设置。</Box>}
        >
          <Field
            label="动态验证码"
            hint="旧手机验证器应用里的 6 位数字"
            kind="number"
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            error={issueAt(issues, 'code') ?? issueAt(issues, 'oneTimeCode')}
          />
        </SmallForm>
      </Card>
    </Section>
  );
}
