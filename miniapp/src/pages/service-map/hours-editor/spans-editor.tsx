import type { DaySpans, TimeSpan } from '@county/shared/service-map/opening-hours';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { ClockField, FieldPair } from '../../../ui/field';
import { Flow, Stack } from '../../../ui/surface';
import { USUAL_DAY } from './hours-changes';
import '../keeping.scss';

const MOST_SPANS = 6;
const ROUND_THE_CLOCK: TimeSpan = { from: '00:00', to: '24:00' };

interface SpansEditorProps {
  label: string;
  spans: DaySpans;
  onChange(spans: DaySpans): void;
}

/** The spans of one day: with lunch, without, round the clock, or none. */
export function SpansEditor({ label, spans, onChange }: SpansEditorProps) {
  const change = (at: number, part: Partial<TimeSpan>) =>
    onChange(spans.map((span, other) => (other === at ? { ...span, ...part } : span)));
  const isAllDay = spans.length === 1 && spans[0]!.from === '00:00' && spans[0]!.to === '24:00';
  return (
    <Stack>
      <Box className="field-label">{label}</Box>
      {isAllDay ? <Box>24 小时</Box> : null}
      {isAllDay
        ? null
        : spans.map((span, at) => (
            <Box key={at} className="span-row">
              <FieldPair>
                <ClockField
                  label={spans.length > 1 ? `第 ${at + 1} 段，从` : '从'}
                  value={span.from}
                  onChange={(from) => change(at, { from })}
                />
                <ClockField label="到" value={shown(span.to)} onChange={(to) => change(at, { to })} />
                <Button
                  kind="quiet"
                  icon="x"
                  label={`去掉${label}第 ${at + 1} 段`}
                  onPress={() => onChange(spans.filter((_, other) => other !== at))}
                >
                  去掉
                </Button>
              </FieldPair>
            </Box>
          ))}
      <Flow>
        {isAllDay || spans.length >= MOST_SPANS ? null : (
          <Button kind="quiet" icon="plus" onPress={() => onChange([...spans, nextSpan(spans)])}>
            加一段
          </Button>
        )}
        <Button kind="quiet" onPress={() => onChange(USUAL_DAY)}>
          8:30-12:00、14:30-17:30
        </Button>
        <Button kind="quiet" onPress={() => onChange([ROUND_THE_CLOCK])}>
          24 小时
        </Button>
        {spans.length ? (
          <Button kind="quiet" onPress={() => onChange([])}>
            休息
          </Button>
        ) : null}
      </Flow>
    </Stack>
  );
}

/** The clock of a browser ends at 23:59; midnight as the end of a day is the next one's beginning. */
const shown = (time: string) => (time === '24:00' ? '00:00' : time);

/** After the last one, as an afternoon follows a morning. */
function nextSpan(spans: DaySpans): TimeSpan {
  const last = spans[spans.length - 1];
  return last ? { from: last.to < '14:30' ? '14:30' : last.to, to: '17:30' } : { from: '08:30', to: '12:00' };
}
