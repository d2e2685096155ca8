import { MOVED_KIND_LABELS, type CalendarPreview } from '@county/shared/calendar/calendar-year';
import { dayInWords } from '@county/shared/calendar/day';
import { today } from '../../../platform/clock';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Row, Section } from '../../../ui/surface';

interface MovedCasesProps extends Pick<CalendarPreview, 'moves' | 'moveCount'> {
  /** Whether they have moved, or would. */
  done: boolean;
}

/** The open cases whose last day a notice moves, from which day to which. */
export function MovedCases({ moves, moveCount, done }: MovedCasesProps) {
  const title = done ? '已移动的期限' : '录入后移动的期限';
  const more = moveCount > moves.length ? `共 ${moveCount} 件，下面是其中 ${moves.length} 件。` : '';
  const about = `${more}只移动没有办完的；每件的经过里都会写明。`;
  return (
    <Section title={title} {...(moves.length ? { about } : {})}>
      {moves.length ? (
        <Card flush>
          {moves.map(({ kind, words, link, from, to }, at) => (
            <Row
              key={at}
              icon="calendar-days"
              title={words}
              about={`${MOVED_KIND_LABELS[kind]}：${dayInWords(from, today())} → ${dayInWords(to, today())}`}
              to={link}
            />
          ))}
        </Card>
      ) : (
        <Card>
          <EmptyState icon="circle-check" title="没有期限移动">
            没有办完的事项，期限都不受影响。
          </EmptyState>
        </Card>
      )}
    </Section>
  );
}
