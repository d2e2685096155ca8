import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { readMissingYear } from '@county/shared/calendar-keeping/calendar-routes';
import { ROLE_LABELS } from '@county/shared/people/role';
import { HOME_ABOUT, HOME_WAYS, HOTLINE, type HomeWay } from '@county/shared/site/home-ways';
import { getSite } from '@county/shared/site/site';
import { useEffect } from 'react';
import { outboxSentence, unsent } from '../../api/outbox-queue';
import { useOutbox } from '../../api/outbox';
import { useStaff } from '../../api/session';
import { useCall } from '../../api/use-call';
import { entriesFor, type Entry } from '../../navigation/entries';
import { ring } from '../../platform/device';
import { dropFirstView } from '../../platform/first-view';
import { goTo, withQuery } from '../../platform/navigation';
import { setDisplay, useDisplay } from '../../theme/display';
import { PressingDrafts } from '../../shell/pressing-drafts';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import type { IconName } from '../../ui/icon-name';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Card, Row, Section } from '../../ui/surface';
import { Tag } from '../../ui/tag';
import { Lookup, Nearby } from './nearby';
import { NextEvents } from './next-events';
import { Owed } from './owed';
import { Waiting } from './waiting';

/** What one can do here, now: for anybody, and for those who work for the county. */
export default function Home() {
  const staff = useStaff();
  const site = useCall(getSite, {});
  const { ageFriendly } = useDisplay();
  const { work, everyone } = entriesFor(staff);
  const county = site.data?.countyName ?? '本县';
  const about = staff ? [staff.unitName, ROLE_LABELS[staff.role]].filter(Boolean).join(' · ') : HOME_ABOUT;
  useEffect(dropFirstView, []);
  return (
    <Page title={staff ? `${staff.name}，您好` : `${county}政务公开`} about={about}>
      {staff ? (
        <>
          <UnsentNotice />
          {staff.role === 'administrator' ? <MissingNotice /> : null}
          <PressingDrafts />
          {staff.role === 'administrator' ? null : <Owed />}
          <Waiting />
          <Section title="我的工作">
            <Entries of={work} />
          </Section>
          <Lookup />
        </>
      ) : (
        <>
          <Lookup />
          <Nearby />
        </>
      )}
      <Section title={staff ? '面向群众' : '现在可以'}>
        <Card flush>
          <Way of={HOME_WAYS.map} icon="map" />
          <Way of={HOME_WAYS.village} icon="house" />
          <Way of={HOME_WAYS.book} icon="calendar-check" />
          <Way of={HOME_WAYS.events} icon="calendar-days" />
          {everyone.map((entry) => (
            <Way key={entry.to} of={entry} icon={entry.icon} />
          ))}
          <Row
            icon="phone"
            title={HOME_WAYS.hotline.words}
            about={HOME_WAYS.hotline.about}
            onPress={() => void ring(HOTLINE)}
          />
        </Card>
      </Section>
      {staff ? null : <NextEvents />}
      <Card>
        <Switch
          label="关怀模式"
          about="字更大、按钮更大、间距更宽"
          value={ageFriendly}
          onChange={(on) => setDisplay({ ageFriendly: on })}
        />
      </Card>
      <Card flush>
        {staff ? null : <SignInRow demo={site.data?.demo ?? false} />}
        <Row icon="info" title="关于" about="主办单位、个人信息保护、投诉建议" to="/pages/about/index/index" />
      </Card>
    </Page>
  );
}

function Way({ of: { to, words, about }, icon }: { of: HomeWay; icon: IconName }) {
  return <Row icon={icon} title={words} about={about} to={to} />;
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

function SignInRow({ demo }: { demo: boolean }) {
  return (
    <Row
      icon="log-in"
      title="工作人员登录"
      about={demo ? '演示系统：可选一个身份进入' : '村（社区）、乡镇（街道）和县级部门'}
      to="/pages/people/sign-in/index"
    />
  );
}
