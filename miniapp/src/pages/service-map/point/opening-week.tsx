import { shanghaiDay } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { exceptionsInWords, hoursOfWeek } from '@county/shared/service-map/hours-in-words';
import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import { HOURS_UNKNOWN_WORDS } from '@county/shared/service-map/opening-words';
import { HoursLines } from '../../../components/hours-lines';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Card, Section } from '../../../ui/surface';

/** The hours of this week, today marked, and what changes soon. */
export function OpeningWeek({
  hours,
  calendar,
  at,
}: {
  hours: OpeningHours | null;
  calendar: WorkingCalendar;
  at: string;
}) {
  if (!hours)
    return (
      <Section title="开放时间">
        <Card>
          <Box className="row-about">{HOURS_UNKNOWN_WORDS}</Box>
        </Card>
      </Section>
    );
  const changes = exceptionsInWords(hours, shanghaiDay(at));
  return (
    <Section title="开放时间">
      {changes.length ? (
        <Notice kind="warn" title="临时变动">
          {changes.map((words) => (
            <Box key={words}>{words}</Box>
          ))}
        </Notice>
      ) : null}
      <Card>
        <Box as="ul" className="opening-week">
          {hoursOfWeek(hours, calendar, shanghaiDay(at)).map(({ day, name, date, words, note, isToday }) => (
            <Box as="li" key={day} className={`opening-day ${isToday ? 'is-today' : ''}`}>
              <Box as="span" className="opening-name">
                {isToday ? `今天 ${name}` : name}
                <Box as="span" className="opening-date">{` ${date}`}</Box>
              </Box>
              <Box as="span" className="opening-spans">
                {note ? `${words}（${note}）` : words}
              </Box>
            </Box>
          ))}
        </Box>
        {hours.seasons.length > 1 ? (
          <Box className="opening-year">
            <Box className="row-about">全年的时间</Box>
            <HoursLines hours={hours} />
          </Box>
        ) : null}
      </Card>
    </Section>
  );
}
