import { addDays, dayInWords, shanghaiDay, type Day } from '@county/shared/calendar/day';
import { grouped } from '@county/shared/grouped';
import { isStaff } from '@county/shared/people/scope';
import type { ReminderView } from '@county/shared/reminders/reminder';
import { listReminders, readAllReminders } from '@county/shared/reminders/reminder-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useActor } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Columns, Row, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import './inbox.scss';
import { LowCredit } from './low-credit';
import { useReadings, type Readings } from './readings';
import { ReminderRow } from './reminder-row';

type Part = 'all' | 'unread';

const PARTS = [
  { value: 'all', label: '全部' },
  { value: 'unread', label: '只看未读' },
] as const;

/** Everything one has been reminded of, the newest first. */
export default function InboxPage() {
  const actor = useActor();
  const [part, setPart] = useState<Part>('all');
  const list = useList(listReminders, actor ? { query: { unread: part === 'unread' ? 'true' : 'false' } } : null);
  const readings = useReadings(actor?.personId);
  if (!actor) return <SignInFirst title="提醒" />;
  const main = (
    <>
      {isStaff(actor) ? <LowCredit /> : null}
      <Segmented<Part> label="全部或未读" options={PARTS} value={part} onChange={setPart} />
      <ListAnswer of={list} empty={<NothingHere part={part} />}>
        {(reminders) => (
          <>
            <ReadAll reminders={reminders} readings={readings} reload={list.reload} />
            {[...grouped(reminders, ({ shownAt }) => shanghaiDay(shownAt))].map(([day, some]) => (
              <Section key={day} title={whenInWords(day)}>
                <Card flush>
                  {some.map((reminder) => (
                    <ReminderRow
                      key={reminder.id}
                      reminder={reminder}
                      isRead={isRead(reminder, readings)}
                      onOpen={() => readings.open(reminder.id)}
                    />
                  ))}
                </Card>
              </Section>
            ))}
          </>
        )}
      </ListAnswer>
    </>
  );
  return (
    <Page title="提醒" about="到期、逾期和要您处理的事，都留在这里" wide>
      {isStaff(actor) ? <Columns main={main} side={<Ways />} /> : main}
    </Page>
  );
}

const isRead = ({ id, readAt }: ReminderView, { isOpened }: Readings): boolean => readAt !== null || isOpened(id);

/** 今天, 昨天, 11月25日 周三. */
function whenInWords(day: Day): string {
  if (day === today()) return '今天';
  return day === addDays(today(), -1) ? '昨天' : dayInWords(day, today());
}

interface ReadAllProps {
  reminders: ReminderView[];
  readings: Readings;
  reload(): Promise<void>;
}

/** Everything up to the newest on the screen; what comes in meanwhile stays unread. */
function ReadAll({ reminders, readings, reload }: ReadAllProps) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const newest = reminders[0];
  if (!newest || reminders.every((reminder) => isRead(reminder, readings))) return null;
  const readAll = async () => {
    setBusy(true);
    const answer = await call(readAllReminders, { body: { until: newest.shownAt } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已全部标为已读');
    await reload();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Button icon="check" wide busy={busy} onPress={() => void readAll()}>
        全部标为已读
      </Button>
    </>
  );
}

function NothingHere({ part }: { part: Part }) {
  return (
    <Card>
      <EmptyState icon="bell" title={part === 'unread' ? '没有未读的提醒' : '还没有提醒'}>
        {part === 'unread' ? '都看过了。' : '任务快到期、已逾期，或有事要您处理时，会在这里提醒。'}
      </EmptyState>
    </Card>
  );
}

/** How reminders come, and to whom while one is away. */
function Ways() {
  return (
    <Card flush>
      <Row
        icon="bell"
        title="提醒方式"
        about="除了这里，还用微信、邮件、短信提醒"
        to="/pages/people/reminder-ways/index"
      />
      <Row icon="users" title="代收" about="外出期间，请同事代收提醒" to="/pages/reminders/stand-ins/index" />
    </Card>
  );
}
