import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { acceptInvitation } from '@county/shared/people/session-routes';
import { InvitationAcceptance } from '@county/shared/people/session';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { takeUp } from '../../../api/session';
import { secondFactorOf, SecondFactorStep, type FactorState } from '../../../components/second-factor-step';
import { canScan, scan } from '../../../platform/device';
import { replaceWith } from '../../../platform/navigation';
import { hasWechatSignIn, wechatCode } from '../../../platform/sign-in';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** An invited person binds their WeChat account, or on the web sets a password. */
export default function AcceptInvitation() {
  // A scanned mini-program code brings `scene`; a link brings `code`.
  const { code: linked, scene } = useRouter().params;
  const [code, setCode] = useState(linked ?? (scene ? decodeURIComponent(scene) : ''));
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [factor, setFactor] = useState<FactorState>();

  const accept = async () => {
    const proof = hasWechatSignIn ? { wechatCode: await wechatCode() } : { password };
    const checked = checkInput(InvitationAcceptance, { code, phone, ...proof });
    setFailure(undefined);
    if (!checked.valid) return setIssues(checked.issues);
    setBusy(true);
    const answer = await call(acceptInvitation, { body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      const asked = secondFactorOf(answer.failure);
      if (asked) return setFactor(asked);
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    takeUp(answer.reply, hasWechatSignIn ? 'wechat' : 'password');
    await leave();
  };
  const leave = async () => {
    toast('绑定成功');
    await replaceWith('/tabs/home/index');
  };
  const scanCode = async () => {
    const words = await scan();
    if (words) setCode(/[?&]code=([^&]+)/.exec(words)?.[1] ?? words);
  };

  if (factor)
    return (
      <Page title="接受邀请">
        <SecondFactorStep phone={phone} password={password} state={factor} onEntered={() => void leave()} />
      </Page>
    );
  return (
    <Page title="接受邀请">
      <FailureNotice failure={failure} />
      <Card>
        <Box as="form" onSubmit={() => void accept()}>
          <Stack>
            <Field
              label="邀请码"
              hint="由本单位负责人或管理员给出，只能用一次"
              value={code}
              onChange={setCode}
              error={issueAt(issues, 'code')}
              autoComplete="one-time-code"
            />
            {canScan ? (
              <Button icon="scan-line" onPress={() => void scanCode()}>
                扫邀请码
              </Button>
            ) : null}
            <Field
              label="手机号"
              hint="登记在单位名册上的那个号码，用来核对是不是本人"
              kind="phone"
              value={phone}
              onChange={setPhone}
              error={issueAt(issues, 'phone')}
              autoComplete="username"
            />
            {hasWechatSignIn ? null : (
              <Field
                label="设置密码"
                hint="至少 10 位，越长越好"
                kind="password"
                value={password}
                onChange={setPassword}
                error={issueAt(issues, 'password')}
                autoComplete="new-password"
              />
            )}
            <Button
              kind="primary"
              icon="check"
              wide
              submits={!hasWechatSignIn}
              busy={busy}
              onPress={() => void accept()}
            >
              {hasWechatSignIn ? '绑定本人微信' : '设置密码并登录'}
            </Button>
          </Stack>
        </Box>
      </Card>
    </Page>
  );
}
