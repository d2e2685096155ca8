import { addEventQuestion, listEventQuestions } from '@county/shared/public-events/event-record-routes';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { newId } from '../../../platform/ids';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { OneUnit } from '../../service-guides/one-unit';
import type { ChosenUnit } from '../../tasks/unit-picker';
import { QuestionCard } from '../question-card';

/** What people raised at the event; each is noted with the unit that answers. */
export function RaisedQuestions({ event }: { event: PublicEventDraft }) {
  const staff = useStaff()!;
  const [isOpen, setOpen] = useState(false);
  const questions = useList(listEventQuestions, { query: { eventId: event.id, limit: 50 } });
  const verdict = canServeEvent(event.unitId, staff);
  return (
    <Section title="提出的问题和建议" about="一条一条记下，写明由哪个单位答复；答复审查后公开">
      <ListAnswer
        of={questions}
        empty={
          <Card>
            <Box className="row-about">还没有记下问题。</Box>
          </Card>
        }
      >
        {(items) => items.map((one) => <QuestionCard key={one.id} question={one} onChange={questions.reload} />)}
      </ListAnswer>
      <Box>
        <Button icon="plus" disabledReason={verdict.allowed ? null : verdict.reason} onPress={() => setOpen(true)}>
          记一条
        </Button>
      </Box>
      {isOpen ? (
        <NoteSheet
          eventId={event.id}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            void questions.reload();
          }}
        />
      ) : null}
    </Section>
  );
}

interface Note {
  id: string;
  words: string;
  unit: ChosenUnit | null;
}

function NoteSheet({ eventId, onClose, onDone }: { eventId: string; onClose(): void; onDone(): void }) {
  const staff = useStaff()!;
  // Most questions are for the organiser itself.
  const own = staff.unitId && staff.unitName ? { unitId: staff.unitId, unitName: staff.unitName } : null;
  const draft = useDraft<Note>(`event-question:${eventId}`, { id: newId(), words: '', unit: own });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, words, unit } = draft.value;
  const change = (part: Partial<Note>) => draft.change({ ...part, id: newId() });
  const note = async () => {
    if (!unit) return;
    setBusy(true);
    const body = { id, words, unitId: unit.unitId };
    const answer = await call(addEventQuestion, { params: { eventId }, body });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    draft.discard();
    toast(`已记下，由${unit.unitName}答复`);
    onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const why = words.trim().length < 4 ? '请先写问题，至少 4 个字' : unit ? null : '请选答复单位';
  return (
    <Sheet
      title="记一条问题或建议"
      onClose={onClose}
      actions={
        <Button kind="primary" wide busy={busy} disabledReason={why} onPress={() => void note()}>
          记下
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="问题或建议"
          hint="答复以后会公开：写清事情，不写姓名、电话、住址"
          rows={3}
          maxLength={300}
          value={words}
          onChange={(said) => change({ words: said })}
          error={issueAt(issues, 'words')}
        />
        <OneUnit
          label="由哪个单位答复"
          unit={unit}
          onChange={(chosen) => change({ unit: chosen })}
          error={issueAt(issues, 'unitId')}
        />
      </Stack>
    </Sheet>
  );
}
