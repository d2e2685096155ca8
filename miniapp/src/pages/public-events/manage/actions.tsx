import { proposeEvent } from '@county/shared/public-events/event-desk-routes';
import { eventFaults } from '@county/shared/public-events/event-faults';
import { canCancelEvent } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { Verdict } from '@county/shared/verdict';
import { canPropose, canWrite } from '@county/shared/writings/writing-rules';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { editEventPage } from '../../../navigation/event-pages';
import { now } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Flow, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { CancelSheet } from './cancel-sheet';
import { RepeatSheet } from './repeat-sheet';

interface Props {
  event: PublicEventDraft;
  onDone(event: PublicEventDraft): void;
}

/** What this person may do with the event; what they may not says why. */
export function EventActions({ event, onDone }: Props) {
  const staff = useStaff();
  const [sheet, setSheet] = useState<'cancel' | 'repeat'>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff) return null;
  const edit = editEventPage(event.id);
  const propose = async () => {
    setBusy(true);
    const answer = await call(proposeEvent, { params: { eventId: event.id }, body: { onRevision: event.revision } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已提交审查，请另一人审查');
    onDone(answer.reply);
  };
  const close = () => setSheet(undefined);
  const writing = whyNot(canWrite(event, staff));
  return (
    <Section title="办理">
      <FailureNotice failure={failure} />
      <Flow>
        {event.state === 'draft' ? (
          <Button
            kind="primary"
            icon="send"
            busy={busy}
            disabledReason={
              whyNot(canPropose(event, staff)) ?? eventFaults(event.content, now(), event.publicContent)[0]?.message
            }
            onPress={() => void propose()}
          >
            提交审查
          </Button>
        ) : null}
        <Button icon="pencil" href={edit} disabledReason={writing} onPress={() => void goTo(edit)}>
          {editWords(event)}
        </Button>
        <Button icon="copy" disabledReason={writing} onPress={() => setSheet('repeat')}>
          照样再办
        </Button>
        {event.state === 'withdrawn' ? null : (
          <Button
            icon="circle-minus"
            disabledReason={whyNot(canCancelEvent(event, staff, now()))}
            onPress={() => setSheet('cancel')}
          >
            取消活动
          </Button>
        )}
      </Flow>
      {sheet === 'repeat' ? <RepeatSheet event={event} onClose={close} /> : null}
      {sheet === 'cancel' ? (
        <CancelSheet
          event={event}
          onClose={close}
          onDone={(changed) => {
            close();
            onDone(changed);
          }}
        />
      ) : null}
    </Section>
  );
}

function editWords({ publishedVersion, state }: PublicEventDraft): string {
  if (state === 'withdrawn') return '修改，重新举行';
  return publishedVersion === null ? '接着写' : '变更活动';
}

const whyNot = (verdict: Verdict): string | null => (verdict.allowed ? null : verdict.reason);
