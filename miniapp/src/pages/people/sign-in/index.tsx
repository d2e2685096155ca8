import { ROLE_LABELS } from '@county/shared/people/role';
import { listDemoPeople } from '@county/shared/people/session-routes';
import { useState } from 'react';
import type { Failure } from '../../../api/failure';
import { signInByPassword, signInByWechat, signInForDemo } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import type { Answer } from '../../../api/wire';
import { goBack, goTo } from '../../../platform/navigation';
import { hasWechatSignIn } from '../../../platform/sign-in';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Row, Section, Stack } from '../../../ui/surface';

/** The way in for staff: WeChat, or phone and password on the web; in the demo, one tap on a person. */
export default function SignIn() {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const enter = async (way: string, begin: () => Promise<Answer<unknown>>) => {
    setBusy(way);
    const answer = await begin();
    setBusy(undefined);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    // Back to the page whose work waited, as it was left.
    await goBack();
  };
  return (
    <Page title="工作人员登录">
      <FailureNotice failure={failure} />
      <DemoPeople busy={busy} onChoose={(key) => void enter(key, () => signInForDemo(key))} />
      {hasWechatSignIn ? (
        <Card>
          <Stack>
            <Box>已绑定的工作人员，用本人微信直接登录。</Box>
            <Button
              kind="primary"
              icon="log-in"
              wide
              busy={busy === 'wechat'}
              onPress={() => void enter('wechat', signInByWechat)}
            >
              微信登录
            </Button>
          </Stack>
        </Card>
      ) : (
        <PasswordForm
          busy={busy === 'password'}
          onEnter={(phone, password) => void enter('password', () => signInByPassword(phone, password))}
        />
      )}
      <Card flush>
        <Row
          icon="user-plus"
          title="第一次使用？"
          about="用单位给的邀请码绑定"
          onPress={() => void goTo('/pages/people/invitation/index')}
        />
      </Card>
    </Page>
  );
}

function PasswordForm({ busy, onEnter }: { busy: boolean; onEnter(phone: string, password: string): void }) {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const enter = () => {
    setMissing(true);
    if (phone.trim() && password) onEnter(phone, password);
  };
  return (
    <Card>
      <Box as="form" onSubmit={enter}>
        <Stack>
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
          <Button kind="primary" icon="log-in" wide submits busy={busy}>
            登录
          </Button>
          <Box className="field-hint">忘记密码，请让本单位负责人或管理员重新发邀请码。</Box>
        </Stack>
      </Box>
    </Card>
  );
}

/** Shown only where the server runs a demo: elsewhere it knows no such list. */
function DemoPeople({ busy, onChoose }: { busy: string | undefined; onChoose(key: string): void }) {
  const people = useCall(listDemoPeople, {});
  if (!people.data?.length) return null;
  return (
    <Section title="演示身份" about="这是演示系统，人名均为虚构。点一个身份进入。">
      <Card flush>
        {people.data.map(({ key, name, role, unitName, about }) => (
          <Row
            key={key}
            icon="user-round"
            title={busy === key ? '正在登录…' : `${name} · ${ROLE_LABELS[role]}`}
            about={[unitName, about].filter(Boolean).join('。')}
            onPress={() => onChoose(key)}
          />
        ))}
      </Card>
    </Section>
  );
}
