import { dateInWords } from '@county/shared/calendar/day';
import { proposeEventRecord, reviewEventRecord } from '@county/shared/public-events/event-record-routes';
import type { EventRecord } from '@county/shared/public-events/event-record';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { canPropose, canReview, canWrite } from '@county/shared/writings/writing-rules';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { ReviewForm } from '../../../components/review-form';
import { eventPage } from '../../../navigation/event-pages';
import { addressOf } from '../../../platform/transport';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { GuideStateTag } from '../../service-guides/guide-state';
import { Decisions } from './decisions';

interface Props {
  record: EventRecord;
  onChange(): void;
  onDone(record: EventRecord): void;
}

/** The minutes as they are with the unit: how far they are, and what this person may do with them. */
export function RecordStanding({ record, onChange, onDone }: Props) {
  const { content, state, declineReason, photoUrls } = record;
  return (
    <>
      {declineReason !== null && state === 'draft' ? (
        <Notice kind="warn" title="审查人退回">
          {declineReason}
        </Notice>
      ) : null}
      <Card>
        <Stack>
          <Flow>
            <GuideStateTag state={state} />
          </Flow>
          <Facts
            facts={[
              { name: '举行日期', value: dateInWords(content.heldOn) },
              { name: '到场', value: content.attendance },
              { name: '起草', value: `${record.writtenByName}，${timeInWords(record.writtenAt)}` },
              { name: '公开', value: record.publishedAt ? timeInWords(record.publishedAt) : '还没有公开过' },
            ]}
          />
          <Box className="event-lines">{content.minutes}</Box>
          {content.photoIds.map((id, at) =>
            photoUrls[id] ? (
              <Picture key={id} src={addressOf(photoUrls[id])} label={`活动照片 ${at + 1}`} className="event-photo" />
            ) : (
              <Box key={id} className="row-about">{`照片 ${at + 1} 还没有传到`}</Box>
            ),
          )}
        </Stack>
      </Card>
      <Actions record={record} onChange={onChange} onDone={onDone} />
      <Review record={record} onDone={onDone} />
      <Decisions record={record} onDone={onDone} />
    </>
  );
}

function Actions({ record, onChange, onDone }: Props) {
  const staff = useStaff()!;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const writing = { ...record, withdrawnAt: null };
  const writable = canWrite(record, staff);
  const proposable = canPropose(writing, staff);
  const propose = async () => {
    setBusy(true);
    const request = { params: { eventId: record.id }, body: { onRevision: record.revision } };
    const answer = await call(proposeEventRecord, request);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已提交审查');
    onDone(answer.reply);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Flow>
        {record.state === 'draft' ? (
          <Button
            kind="primary"
            icon="send"
            busy={busy}
            disabledReason={proposable.allowed ? null : proposable.reason}
            onPress={() => void propose()}
          >
            提交审查
          </Button>
        ) : null}
        <Button icon="pencil" disabledReason={writable.allowed ? null : writable.reason} onPress={onChange}>
          {record.publishedVersion === null ? '修改' : '修改，写新的一版'}
        </Button>
        {record.publishedVersion === null ? null : (
          <Button icon="eye" href={eventPage(record.id)}>
            看群众看到的
          </Button>
        )}
      </Flow>
    </>
  );
}

function Review({ record, onDone }: Omit<Props, 'onChange'>) {
  const staff = useStaff()!;
  if (record.state !== 'proposed') return null;
  const verdict = canReview({ ...record, withdrawnAt: null }, staff);
  const send = async (review: PublicLineReview) => {
    const body = { onRevision: record.revision, review };
    const answer = await call(reviewEventRecord, { params: { eventId: record.id }, body });
    if (!answer.ok) return answer.failure;
    toast(review.outcome === 'published' ? '已公开' : '已退回');
    onDone(answer.reply);
    return undefined;
  };
  const words = record.content.photoIds.length
    ? '请看完文字，再逐张看照片：认得出的人都要遮住，本人同意公开的除外'
    : '请看完上面的文字：不写姓名、电话、住址';
  return (
    <Section title="审查" about={words}>
      <Card>
        <Stack>
          {verdict.allowed ? (
            <ReviewForm approve="审查通过，公开" decline="退回" send={send} />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
