import { checkInput } from '@county/shared/http/input';
import {
  beginSecondFactor,
  OneTimeCode,
  SECOND_FACTOR_MISSING,
  SECOND_FACTOR_WANTED,
  type SecondFactorSecret,
} from '@county/shared/people/second-factor';
import type { StartedSession } from '@county/shared/people/session';
import * as z from '@county/shared/zod';
import { useState } from 'react';
import { call } from '../api/call';
import { issueAt, type Failure } from '../api/failure';
import { signInByPassword } from '../api/session';
import { forgetTakenInvitation } from '../api/taken-invitation';
import { useSending } from '../api/use-sending';
import { copy } from '../platform/device';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { QrPicture } from '../ui/qr-picture';
import { Card, Facts, Stack } from '../ui/surface';
import { toast } from '../ui/toast';
import { SmallForm } from './small-form';

/** What an administrator's sign-in still wants: a second factor set up, or a code of it. */
export type FactorState = 'missing' | 'wanted';

const Form = z.object({ oneTimeCode: OneTimeCode });

/** Which of the two a refused sign-in asks for; undefined where it failed for another reason. */
export function secondFactorOf(failure: Failure): FactorState | undefined {
  if (failure.kind !== 'refused') return undefined;
  if (failure.problem.code === SECOND_FACTOR_MISSING) return 'missing';
  return failure.problem.code === SECOND_FACTOR_WANTED ? 'wanted' : undefined;
}

interface SecondFactorStepProps {
  phone: string;
  password: string;
  state: FactorState;
  onEntered(): void;
  /** Back to phone and password. */
  onLeave?: () => void;
}

/** The second step of an administrator's sign-in (rules D5). */
export function SecondFactorStep({ phone, password, state, onEntered, onLeave }: SecondFactorStepProps) {
  const [told, setTold] = useState<SecondFactorSecret>();
  const beginning = useSending<SecondFactorSecret>(setTold);
  const begin = () => void beginning.send(call(beginSecondFactor, { body: { phone, password } }));
  return (
    <Card>
      <Stack>
        {state === 'missing' && !told ? (
          <>
            <Notice title="还差一步：设置动态验证码">
              管理员能看到全县的内容，密码之外，还要手机上的 6 位动态验证码。只设置一次。
            </Notice>
            <Box>请先在手机上装一个验证器应用（支持 TOTP 的都行），再点下面的按钮。</Box>
            <FailureNotice failure={beginning.failure} />
            <Button kind="primary" icon="qr-code" wide busy={beginning.busy} onPress={begin}>
              显示设置用的二维码
            </Button>
          </>
        ) : (
          <>
            {told ? <Told told={told} /> : null}
            <CodeForm phone={phone} password={password} onEntered={onEntered} />
          </>
        )}
        {onLeave ? (
          <Button kind="quiet" wide onPress={onLeave}>
            换一个手机号登录
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}

/** Shown once: whoever has it can make the codes. */
function Told({ told }: { told: SecondFactorSecret }) {
  const inFours = told.secret.replace(/.{4}(?=.)/g, '$& ');
  // A phone cannot scan what it shows itself.
  const take = async () =>
    toast((await copy(told.secret)) ? '密钥已复制，请粘贴到验证器里' : '没有复制成功，请照着密钥填');
  return (
    <>
      <Box>用手机上的验证器应用扫这个码。不能扫的，选“手动输入”，照着下面的密钥填。</Box>
      <QrPicture text={told.address} label="设置动态验证码的二维码" />
      <Facts facts={[{ name: '密钥', value: inFours }]} />
      <Button icon="copy" wide onPress={() => void take()}>
        复制密钥
      </Button>
      <Notice title="不要拍照，也不要发给别人">有了它，就能算出您的验证码。</Notice>
    </>
  );
}

function CodeForm({ phone, password, onEntered }: Pick<SecondFactorStepProps, 'phone' | 'password' | 'onEntered'>) {
  const [oneTimeCode, setCode] = useState('');
  const { send, busy, issues, failure, setIssues } = useSending<StartedSession>(() => {
    forgetTakenInvitation();
    onEntered();
  }, ['oneTimeCode']);
  const enter = () => {
    const checked = checkInput(Form, { oneTimeCode });
    if (!checked.valid) return setIssues(checked.issues);
    void send(signInByPassword(phone, password, checked.value.oneTimeCode));
  };
  return (
    <SmallForm
      words="登录"
      icon="log-in"
      busy={busy}
      failure={failure}
      onSend={enter}
      foot={<Box className="field-hint">手机丢了或换了，请另一位管理员在“人员”里重置。</Box>}
    >
      <Field
        label="动态验证码"
        hint="验证器应用里的 6 位数字，每半分钟换一次"
        kind="number"
        value={oneTimeCode}
        onChange={setCode}
        autoComplete="one-time-code"
        error={issueAt(issues, 'oneTimeCode')}
      />
    </SmallForm>
  );
}
