import { cancelEvent } from '@county/shared/public-events/event-desk-routes';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { coming } from './coming';

interface Props {
  event: PublicEventDraft;
  onClose(): void;
  onDone(event: PublicEventDraft): void;
}

/** 取消活动: with the reason everybody reads, said to whoever signed up. */
export function CancelSheet({ event, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const people = coming(event);
  const cancel = async () => {
    setBusy(true);
    const answer = await call(cancelEvent, { params: { eventId: event.id }, body: { reason } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已取消');
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="取消这次活动"
      onClose={onClose}
      actions={
        <Button
          kind="danger"
          wide
          busy={busy}
          disabledReason={reason.trim().length < 2 ? '请先写原因' : null}
          onPress={() => void cancel()}
        >
          确认取消
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>
          {event.publishedVersion === null
            ? '还没有公开过，取消后只有本单位看得到。'
            : `活动的页面保留，写明已取消和原因；${people ? `已报名的 ${people} 人马上告知，没用微信的要打电话。` : '还没有人报名。'}`}
        </Box>
        <TextArea
          label="取消原因"
          hint="写给群众看，例如 当天有暴雨预警，改期另行公告"
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={issueAt(issues, 'reason')}
        />
      </Stack>
    </Sheet>
  );
}
