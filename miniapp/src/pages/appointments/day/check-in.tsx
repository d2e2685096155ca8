import { arriveAtPoint } from '@county/shared/appointments/booking-desk-routes';
import { NewArrival } from '@county/shared/appointments/staff-booking';
import type { CounterPerson } from '@county/shared/appointments/counter-acts';
import { checkInput } from '@county/shared/http/input';
import { useState } from 'react';
import { call } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { toast } from '../../../ui/toast';

interface CheckInProps {
  pointId: string;
  people: readonly CounterPerson[];
  onChange(): void;
  /** Somebody of the list is here, noted without a signal. */
  onArrived(one: CounterPerson): Promise<void>;
}

/** 到场签到 by the number on somebody's phone or paper; by name it is done in the list. */
export function CheckIn({ pointId, people, onChange, onArrived }: CheckInProps) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const arrive = async () => {
    const checked = checkInput(NewArrival, { id: newId(), code, happenedAt: now() });
    setError(checked.valid ? undefined : checked.issues[0]?.message);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(arriveAtPoint, { params: { pointId }, body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      const known =
        answer.failure.kind === 'refused' ? undefined : people.find((one) => one.code === checked.value.code);
      if (!known) return setError(failureSentence(answer.failure));
      setCode('');
      toast(`${known.name ?? known.code} 到了，有信号后自动报上`);
      return onArrived(known);
    }
    setCode('');
    toast(`${answer.reply.name ?? answer.reply.code} 到了`);
    onChange();
  };
  return (
    <>
      <Field
        label="预约号签到"
        hint="报姓名的，在名单里点“到了”"
        value={code}
        onChange={setCode}
        onEnter={() => void arrive()}
        error={error}
      />
      <Button icon="check" wide busy={busy} onPress={() => void arrive()}>
        签到
      </Button>
    </>
  );
}
