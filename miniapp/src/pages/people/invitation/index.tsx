import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { acceptInvitation } from '@county/shared/people/session-routes';
import { InvitationAcceptance } from '@county/shared/people/session';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { beyondFields, issueAt, issuesOf, type Failure } from '../../../api/failure';
import { takeUp } from '../../../api/session';
import { forgetTakenInvitation, isTakenInvitation, keepTakenInvitation } from '../../../api/taken-invitation';
import { secondFactorOf, SecondFactorStep, type FactorState } from '../../../components/second-factor-step';
import { canScan, scan } from '../../../platform/device';
import { cameByLink, goBack, replaceWith } from '../../../platform/navigation';
import { hasWechatSignIn, wechatCode } from '../../../platform/sign-in';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Flow, Row, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** Never a second 登录 above the one this page was opened from: whoever has signed in goes back from it. */
const toSignIn = () => (cameByLink() ? replaceWith('/pages/people/sign-in/index') : goBack());

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
  const [isTaken, setIsTaken] = useState(() => isTakenInvitation(code));

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
      if (asked) {
        keepTakenInvitation(code);
        return setFactor(asked);
      }
      setIssues(issuesOf(answer.failure));
      const shown = ['code', 'phone', ...(hasWechatSignIn ? [] : ['password'])];
      return setFailure(beyondFields(answer.failure, shown));
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
        <Notice kind="success" title="手机号和密码已经设好">
          先去装验证器也行，回来到“登录”里接着设置。
        </Notice>
        <SecondFactorStep phone={phone} password={password} state={factor} onEntered={() => void leave()} />
      </Page>
    );
  if (isTaken)
    return (
      <Page title="接受邀请">
        <Taken onOther={() => (forgetTakenInvitation(), setIsTaken(false), setCode(''))} />
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
      <Card flush>
        <Row icon="log-in" title="邀请码用过了？" about="已经绑定过的，直接登录" onPress={() => void toSignIn()} />
      </Card>
    </Page>
  );
}

/** Whoever left to install the authenticator, and finds the page opened anew: the code is used up, the way goes on. */
function Taken({ onOther }: { onOther(): void }) {
  return (
    <Card>
      <EmptyState
        icon="circle-check"
        title="手机号和密码已经设好"
        action={
          <Flow>
            <Button kind="primary" icon="log-in" onPress={() => void toSignIn()}>
              去登录，接着设置
            </Button>
            <Button kind="quiet" onPress={onOther}>
              用别的邀请码
            </Button>
          </Flow>
        }
      >
        邀请码不用再填。用手机号和密码登录，接着设置动态验证码。
      </EmptyState>
    </Card>
  );
}
