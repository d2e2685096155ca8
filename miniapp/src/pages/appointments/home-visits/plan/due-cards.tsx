import { ELDER_NEED_LABELS } from '@county/shared/appointments/home-visits/elder-card';
import { turnInWords } from '@county/shared/appointments/home-visits/home-visit-rules';
import type { VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import { listElderCards, planHomeVisit } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { type Day, dueDayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useActs } from '../../../../api/use-acts';
import { call } from '../../../../api/call';
import type { Failure } from '../../../../api/failure';
import { useList } from '../../../../api/use-list';
import { today } from '../../../../platform/clock';
import { FailureNotice, ListAnswer } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { Card, Row, Section } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';

interface DueCardsProps {
  day: Day;
  assigneeId: string;
  onPlanned(plan: VisitPlan): void;
}

/** 本月该走访的: one tap puts somebody onto this day. */
export function DueCards({ day, assigneeId, onPlanned }: DueCardsProps) {
  const due = useList(listElderCards, { query: { part: 'due', limit: 50 } });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const act = useActs();
  if (!due.data?.length) return null;
  const plan = async (cardId: string) => {
    setBusy(cardId);
    const wish = { day, assigneeId, cardId };
    const answer = await act(wish, (id) => call(planHomeVisit, { body: { id, ...wish } }));
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast('已排进这一天');
    onPlanned(answer.reply);
    await due.reload();
  };
  return (
    <Section title="本月该走访的" about="点一下就排进这一天，由您去">
      <FailureNotice failure={failure} />
      <ListAnswer of={due} empty={null}>
        {(cards) => (
          <Card flush>
            {cards.map(({ id, name, villageName, turn, dueOn, needs }) => (
              <Row
                key={id}
                title={`${name} · ${villageName}`}
                about={[turn && turnInWords(turn), dueOn && `该去的日子 ${dueDayInWords(dueOn, today())}`]
                  .filter(Boolean)
                  .join('，')}
                foot={needs.map((need) => ELDER_NEED_LABELS[need]).join('、')}
                end={
                  <Button icon="plus" busy={busy === id} onPress={() => void plan(id)} label={`排进来：${name}`}>
                    排进来
                  </Button>
                }
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Section>
  );
}
