import { previewCalendar } from '@county/shared/calendar-keeping/calendar-routes';
import type { CalendarPreview, NoticeRemark } from '@county/shared/calendar/calendar-year';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { Remarks } from './remarks';

interface NoticeSheetProps {
  year: number;
  text: string;
  onText(text: string): void;
  onClose(): void;
  onRead(preview: CalendarPreview): void;
}

/** The notice's text, pasted; what is not understood of it at all is said here. */
export function NoticeSheet({ year, text, onText, onClose, onRead }: NoticeSheetProps) {
  const [failure, setFailure] = useState<Failure>();
  const [remarks, setRemarks] = useState<NoticeRemark[]>([]);
  const [busy, setBusy] = useState(false);
  const read = async () => {
    setBusy(true);
    const answer = await call(previewCalendar, { body: { year, text } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    if (answer.reply.days.length) onRead(answer.reply);
    else setRemarks(answer.reply.remarks);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={`${year} 年的放假通知`}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={busy}
          disabledReason={text.trim() ? null : '请先粘贴通知'}
          onPress={() => void read()}
        >
          识别
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Remarks remarks={remarks} />
        <TextArea
          label="通知全文"
          hint="从中国政府网复制“国务院办公厅关于……部分节假日安排的通知”，全部粘贴在这里"
          rows={10}
          maxLength={20_000}
          value={text}
          onChange={onText}
          error={issueAt(issues, 'text')}
        />
      </Stack>
    </Sheet>
  );
}
