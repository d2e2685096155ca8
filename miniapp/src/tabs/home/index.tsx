import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { readMissingYear } from '@county/shared/calendar-keeping/calendar-routes';
import { ROLE_LABELS } from '@county/shared/people/role';
import { getSite } from '@county/shared/site/site';
import { outboxSentence, unsent } from '../../api/outbox-queue';
import { useOutbox } from '../../api/outbox';
import { useStaff } from '../../api/session';
import { useCall } from '../../api/use-call';
import { entriesFor, type Entry } from '../../navigation/entries';
import { EVENTS_PAGE } from '../../navigation/event-pages';
import { ring } from '../../platform/device';
import { goTo, withQuery } from '../../platform/navigation';
import { setDisplay, useDisplay } from '../../theme/display';
import { PressingDrafts } from '../../shell/pressing-drafts';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Card, Row, Section } from '../../ui/surface';
import { Tag } from '../../ui/tag';
import { Lookup, Nearby } from './nearby';
import { Waiting } from './waiting';

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
      <Lookup />
      {staff ? <Waiting /> : null}
      {work.length ? (
        <Section title="我的工作">
          <UnsentNotice />
          {staff?.role === 'administrator' ? <MissingNotice /> : null}
          <PressingDrafts />
          <Entries of={work} />
        </Section>
      ) : null}
      {staff ? null : <Nearby />}
      <Section title={work.length ? '面向群众' : '现在可以'}>
        <Card flush>
          <Row icon="map" title="政务地图" about="办事的地方在哪里、开不开门、怎么去" to="/tabs/map/index" />
          <Row
            icon="house"
            title="哪里给我办"
            about="选一次您的村（社区），看村里、乡镇、县里各办什么"
            to="/pages/service-map/village/index"
          />
          <Row
            icon="calendar-days"
            title="活动"
            about="政务开放日、会议旁听、议事协商、听证会，可以报名参加"
            to={EVENTS_PAGE}
          />
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

/** To administrators, from mid-November: next year's notice is out or due, and limits are only guessed at. */
function MissingNotice() {
  const missing = useCall(readMissingYear, {});
  const year = missing.data?.year;
  if (!year) return null;
  const to = withQuery('/pages/calendar/index/index', { year });
  return (
    <Notice
      kind="warn"
      title={`${year} 年放假安排还没有录入`}
      action={
        <Button icon="calendar-check" href={to} onPress={() => void goTo(to)}>
          去录入
        </Button>
      }
    >
      {`涉及 ${year} 年的期限${PROVISIONAL_WORDS}。通知公布后粘贴进来，没有办完的事项随之调整。`}
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
