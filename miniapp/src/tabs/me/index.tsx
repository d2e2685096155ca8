import { ROLE_LABELS } from '@county/shared/people/role';
import type { MembershipView } from '@county/shared/people/person';
import { INBOX_PAGE } from '@county/shared/reminders/reminder-rules';
import { listWaitingItems } from '@county/shared/reminders/reminder-routes';
import { useState } from 'react';
import { failureSentence } from '../../api/failure';
import { outboxSentence, unsent } from '../../api/outbox-queue';
import { useOutbox } from '../../api/outbox';
import { actAs, endSession, useActor, useSession, useStaff } from '../../api/session';
import { useCall } from '../../api/use-call';
import { MY_SIGN_UPS_PAGE } from '../../navigation/event-pages';
import { goTo } from '../../platform/navigation';
import { setDisplay, TEXT_SIZE_LABELS, useDisplay, type TextSize } from '../../theme/display';
import { Button } from '../../ui/button';
import { Segmented, Switch } from '../../ui/choice';
import { confirm } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Card, Facts, Row, Section, Stack } from '../../ui/surface';
import { Tag } from '../../ui/tag';
import { toast } from '../../ui/toast';

const SIZES = (Object.keys(TEXT_SIZE_LABELS) as TextSize[]).map((value) => ({ value, label: TEXT_SIZE_LABELS[value] }));

/** Who I am, as what I act, how large the letters are, and whose system this is. */
export default function Me() {
  const actor = useActor();
  const staff = useStaff();
  return (
    <Page title="我的">
      {actor ? <Identity /> : <SignInInvitation />}
      <Reading />
      <Section title="更多">
        <Card flush>
          {actor ? <InboxRow /> : null}
          {actor ? <OutboxRow /> : null}
          {actor ? (
            <Row
              icon="lock"
              title="登录与安全"
              about="修改密码，看看还在哪里登录着"
              to="/pages/people/sign-in-safety/index"
            />
          ) : null}
          {staff ? (
            <>
              <Row icon="phone" title="提醒方式" about="微信、邮件、短信" to="/pages/people/reminder-ways/index" />
              <Row icon="users" title="代收" about="外出期间，请同事代收提醒" to="/pages/reminders/stand-ins/index" />
            </>
          ) : null}
          <Row
            icon="calendar-check"
            title="我的预约"
            about="时间、地点、预约号；改时间、取消"
            to="/pages/appointments/mine/index"
          />
          <Row icon="calendar-days" title="我的报名" about="报了名的活动；看名额、签到号，退出" to={MY_SIGN_UPS_PAGE} />
          <Row icon="list-checks" title="我的清单" about="办事要带的材料，勾到哪一样" to="/tabs/affairs/index" />
          <Row
            icon="circle-help"
            title="我的提问"
            about="就公开的任务提过的问题和答复"
            to="/pages/task-questions/mine/index"
          />
          <Row
            icon="map-pin"
            title="我报告过的错误"
            about="地图上报过的电话、时间、位置不对，和单位的答复"
            to="/pages/service-map/correction/index"
          />
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
            about="字更大、按钮更大、间距更宽"
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

function InboxRow() {
  const waiting = useCall(listWaitingItems, {});
  const unread = waiting.data?.items.find(({ kind }) => kind === 'reminders');
  return (
    <Row
      icon="bell"
      title="提醒"
      about="到期、逾期和要您处理的事"
      to={INBOX_PAGE}
      end={
        unread ? (
          <Tag tone="amber" icon="bell">
            {unread.count > 99 ? '99 条以上未读' : `${unread.count} 条未读`}
          </Tag>
        ) : undefined
      }
    />
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
