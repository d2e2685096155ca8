import type { FreeTimes } from '@county/shared/appointments/bookable-service';
import { clockOf } from '@county/shared/appointments/booking-words';
import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Section } from '../../../ui/surface';

type FreeDay = FreeTimes['days'][number];

interface FreeDaysProps {
  days: readonly FreeDay[];
  /** The time that is being asked for, `2026-11-30 540`. */
  busy: string | undefined;
  onChoose(day: string, minute: number): void;
}

const NOON = 12 * 60;

const hasRoom = ({ times }: FreeDay): boolean => times.some(({ left }) => left > 0);

/** The days as a strip, and the chosen day's times as large buttons. */
export function FreeDays({ days, busy, onChoose }: FreeDaysProps) {
  const [wanted, setWanted] = useState<string>();
  const firstFree = days.find(hasRoom)?.day;
  const shown = days.find(({ day }) => day === wanted) ?? days.find(({ day }) => day === firstFree) ?? days[0];
  if (!shown) return <NoDays />;
  const nextFree = days.find((one) => one.day > shown.day && hasRoom(one))?.day ?? firstFree;
  return (
    <>
      <Box className="day-strip" role="tablist" label="哪一天">
        {days.map((one) => (
          <DayPress key={one.day} one={one} isChosen={one.day === shown.day} onPress={() => setWanted(one.day)} />
        ))}
      </Box>
      <Section
        title={`${shown.day === today() ? '今天 ' : ''}${dayInWords(shown.day, today())}`}
        about={shown.provisional ? '放假安排还没有公布，到时可能有变动，会通知您' : undefined}
      >
        {shown.times.length ? (
          <>
            <Part name="上午" of={shown} from={0} to={NOON} busy={busy} onChoose={onChoose} />
            <Part name="下午" of={shown} from={NOON} to={24 * 60} busy={busy} onChoose={onChoose} />
          </>
        ) : (
          <Card>
            <EmptyState
              icon="calendar-days"
              title={shown.why ?? '这天约满了'}
              action={
                nextFree ? (
                  <Button kind="primary" icon="calendar-check" onPress={() => setWanted(nextFree)}>
                    {`看 ${dayInWords(nextFree, today())}`}
                  </Button>
                ) : undefined
              }
            >
              {nextFree ? '最近有空位的一天在下面。' : '这段时间没有空位了。'}
            </EmptyState>
          </Card>
        )}
      </Section>
    </>
  );
}

function DayPress({ one, isChosen, onPress }: { one: FreeDay; isChosen: boolean; onPress(): void }) {
  const left = one.times.reduce((sum, time) => sum + time.left, 0);
  const [date, weekday] = dayInWords(one.day, today()).split(' ');
  const state = left
    ? `${left} 个空位`
    : one.why && one.why.length <= 5
      ? one.why
      : left === 0 && one.why
        ? '不能约'
        : '约满了';
  const [shownWeekday, shownDate] = [
    one.day === today() ? '今天' : weekday,
    date?.replace('月', '.').replace('日', ''),
  ];
  return (
    <Press
      role="tab"
      selected={isChosen}
      className={`day-press ${isChosen ? 'is-chosen' : ''} ${left ? '' : 'is-full'}`}
      onPress={onPress}
    >
      <Box as="span" className="day-press-week">
        {shownWeekday}
      </Box>
      <Box as="span" className="day-press-date">
        {shownDate}
      </Box>
      <Box as="span" className="day-press-left">
        {state}
      </Box>
      <Box as="span" className="spoken-only">
        {`${date} ${weekday}${left ? '' : (one.why ?? '')}`}
      </Box>
    </Press>
  );
}

interface PartProps {
  name: string;
  of: FreeDay;
  /** Minutes of the day. */
  from: number;
  to: number;
  busy: string | undefined;
  onChoose(day: string, minute: number): void;
}

/** More than this many places are not worth a number. */
const FEW = 5;

function Part({ name, of: { day, times }, from, to, busy, onChoose }: PartProps) {
  const shown = times.filter(({ minute }) => from <= minute && minute < to);
  if (!shown.length) return null;
  return (
    <Box>
      <Box as="h3" className="part-name">
        {name}
      </Box>
      <Box className="time-grid">
        {shown.map(({ minute, left }) => (
          <Press
            key={minute}
            className={`time-press ${left ? '' : 'is-full'}`}
            disabled={busy !== undefined}
            onPress={() => onChoose(day, minute)}
          >
            <Box as="span" className="time-press-clock">
              {clockOf(minute)}
            </Box>
            <Box as="span" className={`time-press-left ${left <= 2 ? 'is-few' : ''}`}>
              {busy === `${day} ${minute}` ? '正在留…' : leftInWords(left)}
            </Box>
          </Press>
        ))}
      </Box>
    </Box>
  );
}

/** Full times are shown to those alone who may add somebody there. */
function leftInWords(left: number): string {
  if (!left) return '约满，加号';
  return left > FEW ? '有空位' : `剩 ${left} 个`;
}

function NoDays() {
  return (
    <Card>
      <EmptyState icon="calendar-days" title="现在没有可以约的日子">
        可以直接到窗口取号，或打服务点的电话问一声。
      </EmptyState>
    </Card>
  );
}
