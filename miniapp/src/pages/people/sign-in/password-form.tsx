import { useState } from 'react';
import type { Failure } from '../../../api/failure';
import { signInByPassword } from '../../../api/session';
import { SmallForm } from '../../../components/small-form';
import { secondFactorOf, SecondFactorStep, type FactorState } from '../../../components/second-factor-step';
import { Box } from '../../../ui/base/box';
import { Field } from '../../../ui/field';
import { Card } from '../../../ui/surface';

/** Phone and password; an administrator is asked for the second factor next. */
export function PasswordForm({ onEntered }: { onEntered(): void }) {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [factor, setFactor] = useState<FactorState>();
  const enter = async () => {
    setMissing(true);
    if (!phone.trim() || !password || busy) return;
    setBusy(true);
    const answer = await signInByPassword(phone, password);
    setBusy(false);
    if (answer.ok) return onEntered();
    const asked = secondFactorOf(answer.failure);
    setFactor(asked);
    setFailure(asked ? undefined : answer.failure);
  };
  if (factor)
    return (
      <SecondFactorStep
        phone={phone}
        password={password}
        state={factor}
        onEntered={onEntered}
        onLeave={() => setFactor(undefined)}
      />
    );
  return (
    <Card>
      <SmallForm
        words="登录"
        icon="log-in"
        busy={busy}
        failure={failure}
        onSend={() => void enter()}
        foot={<Box className="field-hint">忘记密码，请让本单位负责人或管理员重新发邀请码。</Box>}
      >
        <Field
          label="手机号"
          kind="phone"
          value={phone}
          onChange={setPhone}
          autoComplete="username"
          error={missing && !phone.trim() ? '请填写手机号' : undefined}
        />
        <Field
          label="密码"
          kind="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={missing && !password ? '请填写密码' : undefined}
        />
      </SmallForm>
    </Card>
  );
}
