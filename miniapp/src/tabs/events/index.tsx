import { EventKind } from '@county/shared/public-events/event-content';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { listPublicEvents } from '@county/shared/public-events/public-event-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useList } from '../../api/use-list';
import { SignUpLookUpForm } from '../../components/sign-up-look-up';
import { EVENTS_PAGE } from '../../navigation/event-pages';
import { withQuery } from '../../platform/navigation';
import { ListAnswer } from '../../ui/answer';
import { Segmented } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { Select } from '../../ui/field';
import { Page } from '../../ui/page';
import { ShareButton } from '../../ui/share-button';
import { Card, Flow, Section, Stack } from '../../ui/surface';
import { EventRow } from './event-row';
import { MonthCalendar } from './month-calendar';
import { OwnSignUps } from './own-sign-ups';
import { StaffWays } from './staff-ways';
import { SubscribeButton } from './subscribe';

type View = 'coming' | 'month' | 'over';

const VIEWS = [
  { value: 'coming', label: '列表' },
  { value: 'month', label: '月历' },
  { value: 'over', label: '已结束' },
] as const;
const ANY = 'any';
const KINDS = [
  { value: ANY, label: '全部活动' },
  ...EventKind.options.map((kind) => ({ value: kind, label: EVENT_KIND_LABELS[kind] })),
];

/** 活动: open days, meetings, deliberations and hearings one can come to, as a list or by the month. */
export default function Events() {
  const { params } = useRouter();
  const [view, setView] = useState<View>(VIEWS.find(({ value }) => value === params.view)?.value ?? 'coming');
  const [chosen, setChosen] = useState<string>(params.kind ?? ANY);
  const kind = EventKind.safeParse(chosen).data;
  const address = withQuery(EVENTS_PAGE, { view: view === 'coming' ? null : view, kind });
  return (
    <Page title="活动" about="政务开放日、会议旁听、议事协商、听证会，欢迎来看、来听、来说">
      <OwnSignUps />
      <StaffWays />
      <Section title="全县的活动">
        <Stack>
          <Segmented label="怎么看" options={VIEWS} value={view} onChange={(one) => setView(one)} />
          <Select label="类型" options={KINDS} value={chosen} onChange={(one) => setChosen(one || ANY)} />
        </Stack>
        {view === 'month' ? <MonthCalendar kind={kind} /> : <EventList part={view} kind={kind} />}
        <Flow>
          <SubscribeButton kind={kind} />
          <ShareButton
            title={kind ? `全县的${EVENT_KIND_LABELS[kind]}` : '全县的政务公开活动'}
            path={address}
            to="family"
          />
        </Flow>
      </Section>
      <SignUpLookUpForm />
    </Page>
  );
}

function EventList({ part, kind }: { part: 'coming' | 'over'; kind: EventKind | undefined }) {
  const events = useList(listPublicEvents, { query: { part, ...(kind ? { kind } : {}) } });
  return (
    <ListAnswer
      of={events}
      empty={
        <Card>
          <EmptyState icon="calendar-days" title={part === 'coming' ? '近期没有活动' : '还没有办过这类活动'}>
            {part === 'coming' ? '有新的活动会先在这里公告。' : '办过以后，纪要和答复会公布在这里。'}
          </EmptyState>
        </Card>
      }
    >
      {(items) => (
        <Card flush>
          {items.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </Card>
      )}
    </ListAnswer>
  );
}
