import { isWeekend } from '@county/shared/calendar/calendar-rules';
import type { NoticeDay } from '@county/shared/calendar/calendar-year';
import { addDays, dayInWords, lastDayOfMonth, weekday, type Day } from '@county/shared/calendar/day';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

interface MonthProps {
  year: number;
  month: number;
  days: ReadonlyMap<Day, NoticeDay>;
  /** Opens a day to change it, for those who keep the calendar. */
  onDay?: ((day: Day) => void) | undefined;
}

/** One month, weeks from Monday: what is off and what is worked stands out, in colour and by its sign. */
export function Month({ year, month, days, onDay }: MonthProps) {
  const last = lastDayOfMonth(year, month);
  const first = `${last.slice(0, 8)}01`;
  const all = Array.from({ length: Number(last.slice(8)) }, (_, at) => addDays(first, at));
  const before = (weekday(first) + 6) % 7;
  return (
    <Box as="section" className="month" label={`${year}年${month}月`}>
      <Box as="h3" className="month-name">{`${year}年${month}月`}</Box>
      <Box className="month-days">
        {WEEK.map((name) => (
          <Box key={name} className="month-week" hidden>
            {name}
          </Box>
        ))}
        {Array.from({ length: before }, (_, at) => (
          <Box key={`before ${at}`} hidden />
        ))}
        {all.map((day) => (
          <OneDay key={day} day={day} exception={days.get(day)} onPress={onDay && (() => onDay(day))} />
        ))}
      </Box>
    </Box>
  );
}

interface DayProps {
  day: Day;
  exception: NoticeDay | undefined;
  onPress: (() => void) | undefined;
}

function OneDay({ day, exception, onPress }: DayProps) {
  const isToday = day === today();
  const look = exception ? LOOKS[exception.kind] : isWeekend(day) ? 'is-weekend' : '';
  const className = `month-day ${look} ${isToday ? 'is-today' : ''}`;
  const sign = exception ? SIGNS[exception.kind] : isToday ? '今' : '';
  const label = [dayInWords(day, day), isToday && '今天', exception && inWords(exception)].filter(Boolean).join('，');
  const content = (
    <>
      <Box as="span" className="month-date" hidden>
        {Number(day.slice(8))}
      </Box>
      <Box as="span" className="month-sign" hidden>
        {sign}
      </Box>
    </>
  );
  if (onPress)
    return (
      <Press className={className} label={label} onPress={onPress}>
        {content}
      </Press>
    );
  return (
    <Box className={className} role="img" label={label}>
      {content}
    </Box>
  );
}

const LOOKS = { holiday: 'is-off', workday: 'is-worked' } as const;
const SIGNS = { holiday: '休', workday: '班' } as const;

const inWords = ({ kind, name }: NoticeDay) => (kind === 'holiday' ? `${name}放假` : `${name}，上班`);
