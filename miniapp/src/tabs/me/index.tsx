import { ROLE_LABELS } from '@county/shared/people/role';
import type { MembershipView } from '@county/shared/people/person';
import { useState } from 'react';
import { failureSentence } from '../../api/failure';
import { outboxSentence, unsent } from '../../api/outbox-queue';
import { useOutbox } from '../../api/outbox';
import { actAs, endSession, useActor, useSession } from '../../api/session';
import { goTo } from '../../platform/navigation';
import { setDisplay, TEXT_SIZE_LABELS, useDisplay, type TextSize } from '../../theme/display';
import { Button } from '../../ui/button';
import { Segmented, Switch } from '../../ui/choice';
import { confirm } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Card, Facts, Row, Section, Stack } from '../../ui/surface';
import { toast } from '../../ui/toast';

const SIZES = (Object.keys(TEXT_SIZE_LABELS) as TextSize[]).map((value) => ({ value, label: TEXT_SIZE_LABELS[value] }));

/** Who I am, as what I act, how large the letters are, and whose system this is. */
export default function Me() {
  const actor = useActor();
  return (
    <Page title="我的">
      {actor ? <Identity /> : <SignInInvitation />}
      <Reading />
      <Section title="更多">
        <Card flush>
          {actor ? <OutboxRow /> : null}
          <Row icon="message-square-text" title="投诉建议" to="/pages/complaints/new/index" />
          <Row
            icon="shield-check"
            title="个人信息保护"
            about="收集什么、为什么、保存多久"
            to="/pages/about/privacy/index"
          />
          <Row icon="info" title="关于" about="主办单位、备案号、版本" to="/pages/about/index/index" />
        </Card>
      </Section>
      {actor ? <SignOut /> : null}
    </Page>
  );
}

function SignInInvitation() {
  const to = '/pages/people/sign-in/index';
  return (
    <Card>
      <EmptyState
        icon="user-round"
        title="还没有登录"
        action={
          <Button kind="primary" icon="log-in" href={to} onPress={() => void goTo(to)}>
            工作人员登录
          </Button>
        }
      >
        查看公开内容、提投诉建议都不用登录。
      </EmptyState>
    </Card>
  );
}

function Identity() {
  const { actor, memberships = [] } = useSession((session) => session.current) ?? {};
  if (!actor) return null;
  return (
    <>
      <Card>
        <Facts
          facts={[
            { name: '姓名', value: actor.name },
            { name: '单位', value: actor.unitName ?? '—' },
            { name: '身份', value: ROLE_LABELS[actor.role] },
          ]}
        />
      </Card>
      {memberships.length > 1 ? <OtherMemberships memberships={memberships} /> : null}
    </>
  );
}

function OtherMemberships({ memberships }: { memberships: readonly MembershipView[] }) {
  const actor = useActor();
  const [refusal, setRefusal] = useState<string>();
  const others = memberships.filter((one) => one.unitId !== actor?.unitId || one.role !== actor.role);
  const change = async (membership: MembershipView) => {
    const answer = await actAs(membership.id);
    setRefusal(answer.ok ? undefined : failureSentence(answer.failure));
    if (answer.ok) toast(`现在以“${membership.unitName}”的身份办事`);
  };
  return (
    <Section title="切换身份">
      {refusal ? <Notice kind="danger" title={refusal} /> : null}
      <Card flush>
        {others.map((one) => (
          <Row
            key={one.id}
            icon="refresh-cw"
            title={one.unitName}
            about={ROLE_LABELS[one.role]}
            onPress={() => void change(one)}
          />
        ))}
      </Card>
    </Section>
  );
}

function Reading() {
  const { ageFriendly, textSize } = useDisplay();
  return (
    <Section title="阅读">
      <Card>
        <Stack>
          <Switch
            label="关怀模式"
            about="字更大、按钮更大，一屏只做一件事"
            value={ageFriendly}
            onChange={(on) => setDisplay({ ageFriendly: on })}
          />
          <Segmented
            label="字号"
            options={SIZES}
            value={textSize}
            onChange={(size) => setDisplay({ textSize: size })}
          />
        </Stack>
      </Card>
    </Section>
  );
}

function OutboxRow() {
  const items = useOutbox((outbox) => outbox.items);
  return <Row icon="send" title="待发送" about={outboxSentence(items)} to="/pages/tasks/outbox/index" />;
}

function SignOut() {
  const leave = async () => {
    const left = unsent(useOutbox.getState().items).length;
    const words = left ? `还有 ${left} 条内容没有发送，会留在这台设备上，等您再次登录后发送。` : undefined;
    if (await confirm({ title: '退出登录？', ...(words ? { words } : {}), yes: '退出' })) await endSession();
  };
  return (
    <Button icon="log-out" wide onPress={() => void leave()}>
      退出登录
    </Button>
  );
}
