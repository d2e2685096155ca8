import { dayInWords, monthAfter, monthInWords, type Day } from '@county/shared/calendar/day';
import type { EventKind } from '@county/shared/public-events/event-content';
import { getEventMonth } from '@county/shared/public-events/public-event-routes';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { today } from '../../platform/clock';
import { useDisplay } from '../../theme/display';
import { Answer } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Press } from '../../ui/base/press';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Card } from '../../ui/surface';
import { EventRow } from './event-row';
import { eventsByDay, weeksOf } from './month-days';
import './month-calendar.scss';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A month of events: the days at a glance, beneath them what is on. */
export function MonthCalendar({ kind }: { kind: EventKind | undefined }) {
  const [month, setMonth] = useState(today().slice(0, 7));
  const [chosen, setChosen] = useState<Day>();
  const events = useCall(getEventMonth, { params: { month }, query: kind ? { kind } : {} });
  const turn = (count: number) => {
    setChosen(undefined);
    setMonth(monthAfter(month, count));
  };
  const isThisMonth = month === today().slice(0, 7);
  return (
    <>
      <Box className="event-month-head">
        <Button label={`上个月，${monthInWords(monthAfter(month, -1))}`} onPress={() => turn(-1)}>
          上个月
        </Button>
        <Box as="h3" className="event-month-name" live="polite">
          {monthInWords(month)}
        </Box>
        <Button label={`下个月，${monthInWords(monthAfter(month, 1))}`} onPress={() => turn(1)}>
          下个月
        </Button>
      </Box>
      <Answer of={events}>
        {({ items }) => (
          <Days
            month={month}
            byDay={eventsByDay(month, items)}
            chosen={chosen}
            onChoose={(day) => setChosen(day === chosen ? undefined : day)}
          />
        )}
      </Answer>
      {isThisMonth ? null : (
        <Box>
          <Button kind="quiet" onPress={() => setMonth(today().slice(0, 7))}>
            回到本月
          </Button>
        </Box>
      )}
    </>
  );
}

interface DaysProps {
  month: string;
  byDay: readonly [Day, PublicEventSummary[]][];
  chosen: Day | undefined;
  onChoose(day: Day): void;
}

function Days({ month, byDay, chosen, onChoose }: DaysProps) {
  // Seven days beside each other leave no room for large letters and fingers: there the days with events stand alone.
  const { ageFriendly } = useDisplay();
  const shown = chosen === undefined ? byDay : byDay.filter(([day]) => day === chosen);
  return (
    <>
      {ageFriendly ? null : <Grid month={month} byDay={byDay} chosen={chosen} onChoose={onChoose} />}
      {byDay.length ? null : (
        <Card>
          <EmptyState icon="calendar-days" title={`${monthInWords(month)}没有活动`}>
            可以看看上个月、下个月。
          </EmptyState>
        </Card>
      )}
      {shown.map(([day, events]) => (
        <Box key={day} as="section" className="stack">
          <Box as="h3" className="row-title">
            {dayInWords(day, today())}
          </Box>
          <Card flush>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </Card>
        </Box>
      ))}
    </>
  );
}

function Grid({ month, byDay, chosen, onChoose }: DaysProps) {
  const on = new Map(byDay);
  return (
    <Card>
      <Box className="event-month" role="group" label={`${monthInWords(month)}，有活动的日子可以点`}>
        {WEEKDAYS.map((name) => (
          <Box key={name} className="event-month-weekday" hidden>
            {name}
          </Box>
        ))}
        {weeksOf(month)
          .flat()
          .map((day, at) => (
            <DayCell
              key={day ?? `none-${at}`}
              day={day}
              events={(day && on.get(day)) || []}
              isChosen={day !== null && day === chosen}
              onChoose={onChoose}
            />
          ))}
      </Box>
    </Card>
  );
}

interface CellProps {
  day: Day | null;
  events: readonly PublicEventSummary[];
  isChosen: boolean;
  onChoose(day: Day): void;
}

function DayCell({ day, events, isChosen, onChoose }: CellProps) {
  if (!day) return <Box hidden />;
  const number = `${Number(day.slice(8))}`;
  const isToday = day === today();
  const count = events.filter(({ isCancelled }) => !isCancelled).length;
  const onThen = count ? `${count} 场` : events.length ? '取消' : '';
  const look = ['event-month-day', isToday ? 'is-today' : '', isChosen ? 'is-chosen' : ''].filter(Boolean).join(' ');
  const words = (
    <>
      <Box as="span" className="event-month-number">
        {number}
      </Box>
      <Box as="span" className="event-month-more">
        {onThen || (isToday ? '今天' : '')}
      </Box>
    </>
  );
  if (!events.length) return <Box className={look}>{words}</Box>;
  const label = `${dayInWords(day, day)}${isToday ? '，今天' : ''}，${count ? `${count} 场活动` : '活动已取消'}`;
  return (
    <Press className={`${look} has-events`} label={label} expanded={isChosen} onPress={() => onChoose(day)}>
      {words}
    </Press>
  );
}
