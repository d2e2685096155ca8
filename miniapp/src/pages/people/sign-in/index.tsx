import { ROLE_LABELS } from '@county/shared/people/role';
import { listDemoPeople } from '@county/shared/people/session-routes';
import { useState } from 'react';
import type { Failure } from '../../../api/failure';
import { signInByWechat, signInForDemo } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import type { Answer } from '../../../api/wire';
import { goBack, goTo } from '../../../platform/navigation';
import { hasWechatSignIn } from '../../../platform/sign-in';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { PasswordForm } from './password-form';

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
    <Page title="登录">
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
        <PasswordForm onEntered={() => void goBack()} />
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
