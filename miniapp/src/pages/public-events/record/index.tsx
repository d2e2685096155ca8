import { getEvent } from '@county/shared/public-events/event-desk-routes';
import type { EventRecord } from '@county/shared/public-events/event-record';
import { getEventRecord } from '@county/shared/public-events/event-record-routes';
import { canServeEvent, extentOf, stands } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall, type Loaded } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { now } from '../../../platform/clock';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { FeedbackTally } from '../feedback-tally';
import { RaisedQuestions } from './raised-questions';
import { RecordForm } from './record-form';
import { RecordStanding } from './record-standing';
import { ReportOfEvent } from './report-of-event';
import '../public-events.scss';

/** 活动以后: what the organiser does when everybody has gone home. */
export default function RecordPage() {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const params = staff && id ? { params: { eventId: id } } : null;
  const event = useCall(getEvent, params);
  const record = useCall(getEventRecord, params);
  if (!staff) return <SignInFirst title="活动纪要" />;
  if (!id || isNotThere(event.failure)) return <NotThere title="活动纪要" what="这个活动" failure={event.failure} />;
  const about = event.data && `${EVENT_KIND_LABELS[event.data.content.kind]} · ${event.data.content.title}`;
  return (
    <Page title="活动纪要" about={about}>
      <Answer of={event} shape="words">
        {(held) => <Held event={{ ...held, content: held.publicContent ?? held.content }} record={record} />}
      </Answer>
    </Page>
  );
}

type Recorded = { record: EventRecord | null; prefilledAttendance: string };

function Held({ event, record }: { event: PublicEventDraft; record: Loaded<Recorded> }) {
  const staff = useStaff()!;
  const { from } = extentOf(event.content);
  const standing = stands({ publishedAt: event.publishedAt, withdrawnAt: event.withdrawnAt });
  const verdict = canServeEvent(event.unitId, staff);
  if (!standing.allowed || from > now())
    return (
      <Card>
        <EmptyState icon="clock" title={standing.allowed ? '活动还没有开始' : standing.reason}>
          纪要在活动以后写，问题和建议也在那时记下。
        </EmptyState>
      </Card>
    );
  return (
    <>
      <Answer of={record} shape="words">
        {(known) => <Writing event={event} known={known} onReplace={record.replace} />}
      </Answer>
      <RaisedQuestions event={event} />
      {verdict.allowed ? (
        <>
          <FeedbackTally eventId={event.id} />
          <ReportOfEvent eventId={event.id} />
        </>
      ) : null}
    </>
  );
}

interface WritingProps {
  event: PublicEventDraft;
  known: Recorded;
  onReplace(known: Recorded): void;
}

function Writing({ event, known, onReplace }: WritingProps) {
  const staff = useStaff()!;
  const [isOpen, setOpen] = useState(false);
  const { record, prefilledAttendance } = known;
  const verdict = canServeEvent(event.unitId, staff);
  const done = (changed: EventRecord) => {
    setOpen(false);
    onReplace({ record: changed, prefilledAttendance });
  };
  if (record && !isOpen) return <RecordStanding record={record} onChange={() => setOpen(true)} onDone={done} />;
  if (!verdict.allowed)
    return (
      <Card>
        <EmptyState icon="lock" title="还没有写纪要">
          {verdict.reason}
        </EmptyState>
      </Card>
    );
  return (
    <RecordForm
      // What a colleague saved meanwhile is what the form begins with.
      key={record?.revision ?? 'new'}
      eventId={event.id}
      record={record}
      heldOn={extentOf(event.content).firstDay}
      attendance={prefilledAttendance}
      onDone={done}
      onCancel={record ? () => setOpen(false) : undefined}
    />
  );
}
