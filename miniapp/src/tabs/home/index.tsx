import { ROLE_LABELS } from '@county/shared/people/role';
import { getSite } from '@county/shared/site/site';
import { outboxSentence, unsent } from '../../api/outbox-queue';
import { useOutbox } from '../../api/outbox';
import { useStaff } from '../../api/session';
import { useCall } from '../../api/use-call';
import { entriesFor, type Entry } from '../../navigation/entries';
import { ring } from '../../platform/device';
import { goTo } from '../../platform/navigation';
import { setDisplay, useDisplay } from '../../theme/display';
import { PressingDrafts } from '../../shell/pressing-drafts';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Card, Row, Section } from '../../ui/surface';
import { Tag } from '../../ui/tag';

const HOTLINE = '12345';

/** What one can do here, now: for anybody, and for those who work for the county. */
export default function Home() {
  const staff = useStaff();
  const site = useCall(getSite, {});
  const { ageFriendly } = useDisplay();
  const { work, everyone } = entriesFor(staff);
  const county = site.data?.countyName ?? '本县';
  const about = staff
    ? [staff.unitName, ROLE_LABELS[staff.role]].filter(Boolean).join(' · ')
    : '县里要办的事、办到哪一步，在这里都能看到';
  return (
    <Page title={staff ? `${staff.name}，您好` : `${county}政务公开`} about={about}>
      {work.length ? (
        <Section title="我的工作">
          <UnsentNotice />
          <PressingDrafts />
          <Entries of={work} />
        </Section>
      ) : null}
      <Section title={work.length ? '面向群众' : '现在可以'}>
        <Card flush>
          {everyone.map((entry) => (
            <Row key={entry.to} icon={entry.icon} title={entry.words} about={entry.about} to={entry.to} />
          ))}
          <Row
            icon="phone"
            title={`拨打 ${HOTLINE} 热线`}
            about="咨询、求助、投诉，24 小时有人接听"
            onPress={() => void ring(HOTLINE)}
          />
        </Card>
      </Section>
      <Card>
        <Switch
          label="关怀模式"
          about="字更大、按钮更大，一屏只做一件事"
          value={ageFriendly}
          onChange={(on) => setDisplay({ ageFriendly: on })}
        />
      </Card>
      {staff ? null : <SignInCard demo={site.data?.demo ?? false} />}
    </Page>
  );
}

function Entries({ of }: { of: Entry[] }) {
  return (
    <Card flush>
      {of.map((entry) => (
        <Row
          key={entry.to}
          icon={entry.icon}
          title={entry.words}
          about={entry.about}
          to={entry.to}
          end={entry.icon === 'send' ? <UnsentTag /> : undefined}
        />
      ))}
    </Card>
  );
}

function UnsentTag() {
  const count = useOutbox(({ items }) => unsent(items).length);
  return count ? <Tag tone="amber" icon="clock">{`${count} 条`}</Tag> : null;
}

function UnsentNotice() {
  const items = useOutbox((outbox) => outbox.items);
  if (!unsent(items).length) return null;
  return (
    <Notice
      kind="warn"
      title={outboxSentence(items)}
      action={
        <Button icon="send" href="/pages/tasks/outbox/index" onPress={() => void goTo('/pages/tasks/outbox/index')}>
          去看看
        </Button>
      }
    >
      内容存在这台设备上，有网络时自动发送。
    </Notice>
  );
}

function SignInCard({ demo }: { demo: boolean }) {
  const to = '/pages/people/sign-in/index';
  return (
    <Card flush>
      <Row
        icon="log-in"
        title="工作人员登录"
        about={demo ? '演示系统：可选一个身份进入' : '村（社区）、乡镇（街道）和县级部门'}
        to={to}
      />
    </Card>
  );
}
