import { shanghaiTime } from '@county/shared/calendar/day';
import { canCheckInAt, type AtDoor } from '@county/shared/public-events/door-acts';
import { SignUpCode } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { canScan, scan } from '../../../platform/device';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Flow } from '../../../ui/surface';
import { nameOf } from './name-of';

interface ByCodeProps {
  people: readonly AtDoor[];
  sessionKey: string;
  onCome(come: readonly AtDoor[], who: string): Promise<void>;
  /** A number that the kept list does not have. */
  onUnknown(code: string): Promise<void>;
  onWalkIn(): void;
}

/** 签到 by the number on somebody's phone or paper, typed or scanned; several of one number come together or apart. */
export function ByCode({ people, sessionKey, onCome, onUnknown, onWalkIn }: ByCodeProps) {
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const [unknown, setUnknown] = useState<string>();
  const [several, setSeveral] = useState<readonly AtDoor[]>();

  const look = (written: string) => {
    setUnknown(undefined);
    const read = SignUpCode.safeParse(written);
    setError(read.success ? undefined : '报名号是 6 位数字和字母，请再看一遍');
    if (!read.success) return;
    const own = people.filter(({ code }) => code === read.data);
    if (!own.length) return setUnknown(read.data);
    const verdicts = own.map((one) => canCheckInAt(one, sessionKey));
    const may = own.filter((_, at) => verdicts[at]!.allowed);
    const ahead = may.filter(({ arrivedAt }) => arrivedAt === null);
    const no = verdicts.find((verdict) => !verdict.allowed);
    if (!may.length && no && !no.allowed) return setError(`${nameOf(own[0]!)}：${no.reason}`);
    if (!ahead.length)
      return setError(`${may.map(nameOf).join('、')} ${shanghaiTime(may[0]!.arrivedAt!)} 已经签到过了`);
    setWords('');
    if (ahead.length > 1) return setSeveral(ahead);
    void onCome(ahead, nameOf(ahead[0]!));
  };
  const scanned = async () => {
    const found = await scan();
    if (found === undefined) return;
    // A code may be the number itself, or a link that carries it.
    const code = /[?&]code=([^&]+)/.exec(found)?.[1] ?? found;
    setWords(code);
    look(code);
  };
  return (
    <>
      <Field
        label="报名号"
        hint="报姓名的，在名单里找"
        value={words}
        onChange={(value) => (setWords(value), setError(undefined), setUnknown(undefined))}
        onEnter={() => look(words)}
        error={error}
      />
      {unknown ? (
        <Notice
          kind="warn"
          title={`存下的名单里没有 ${unknown}`}
          action={
            <Flow>
              <Button icon="check" onPress={() => (setWords(''), setUnknown(undefined), void onUnknown(unknown))}>
                先按这个号记下
              </Button>
              <Button icon="user-plus" onPress={onWalkIn}>
                按现场来的登记
              </Button>
            </Flow>
          }
        >
          可能是名单存下以后才报的，也可能看错了一位。记下的号有网络时再核对，对不上会告诉您。
        </Notice>
      ) : null}
      <Button kind="primary" icon="check" wide onPress={() => look(words)}>
        签到
      </Button>
      {canScan ? (
        <Button icon="scan-line" wide onPress={() => void scanned()}>
          扫码签到
        </Button>
      ) : null}
      {several ? (
        <Several
          people={several}
          onClose={() => setSeveral(undefined)}
          onCome={(come) => (setSeveral(undefined), void onCome(come, come.map(nameOf).join('、')))}
        />
      ) : null}
    </>
  );
}

interface SeveralProps {
  people: readonly AtDoor[];
  onClose(): void;
  onCome(people: readonly AtDoor[]): void;
}

/** Of one number: all have come, unless somebody is left out. */
function Several({ people, onClose, onCome }: SeveralProps) {
  const [chosen, setChosen] = useState(people.map(({ attendeeId }) => attendeeId));
  return (
    <Sheet
      title={`这个号报了 ${people.length} 人`}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          icon="check"
          disabledReason={chosen.length ? null : '至少选一位'}
          onPress={() => onCome(people.filter(({ attendeeId }) => chosen.includes(attendeeId)))}
        >
          {`${chosen.length} 位到了`}
        </Button>
      }
    >
      <Checks
        label="哪几位到了"
        options={people.map((one) => ({ value: one.attendeeId, label: nameOf(one) }))}
        values={chosen}
        onChange={setChosen}
      />
    </Sheet>
  );
}
