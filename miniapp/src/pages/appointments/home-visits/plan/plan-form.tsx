import { planHomeVisit } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { addDays, dayInWords, type Day } from '@county/shared/calendar/day';
import { listColleagues } from '@county/shared/people/people-routes';
import { useState } from 'react';
import { call } from '../../../../api/call';
import type { Failure } from '../../../../api/failure';
import { useStaff } from '../../../../api/session';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { newId } from '../../../../platform/ids';
import { FailureNotice } from '../../../../ui/answer';
import { Button } from '../../../../ui/button';
import { DateField, Select } from '../../../../ui/field';
import { Card, Section, Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';

interface PlanFormProps {
  of: { requestId: string } | { cardId: string };
  day?: Day | undefined;
  onDone(): void;
}

/** Onto a day's plan: which day, who goes; its place on the route follows by itself. */
export function PlanForm({ of, day: wanted, onDone }: PlanFormProps) {
  const staff = useStaff();
  const colleagues = useCall(listColleagues, {});
  const from = today();
  const [day, setDay] = useState(wanted && wanted > from ? wanted : addDays(from, 1));
  const [assigneeId, setAssigneeId] = useState(staff?.personId ?? '');
  const [id, setId] = useState(newId);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const plan = async () => {
    setBusy(true);
    setFailure(undefined);
    const answer = await call(planHomeVisit, { body: { id, day, assigneeId, ...of } });
    setBusy(false);
    if (!answer.ok) {
      // After a refusal another choice is another visit.
      if (answer.failure.kind === 'refused') setId(newId());
      return setFailure(answer.failure);
    }
    toast(`已排到${dayInWords(day, from)}`);
    onDone();
  };
  const people = (colleagues.data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <Section title="安排上门">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <DateField
            label="哪天去"
            value={day}
            min={from}
            onChange={(chosen) => {
              setDay(chosen);
              setId(newId());
            }}
          />
          <Select
            label="谁去"
            options={people}
            value={assigneeId}
            onChange={(chosen) => {
              setAssigneeId(chosen);
              setId(newId());
            }}
          />
          <Button kind="primary" icon="calendar-check" wide busy={busy} onPress={() => void plan()}>
            排进这一天
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
