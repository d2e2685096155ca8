import type { PlacesSpan } from '@county/shared/appointments/bookable-service';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { ClockField, FieldPair } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { Stack } from '../../../ui/surface';

interface SpansProps {
  /** Whose spans they are, spoken before each field: 周一. */
  of: string;
  spans: readonly PlacesSpan[];
  onChange(spans: PlacesSpan[]): void;
}

const FIRST: PlacesSpan = { from: '08:30', to: '12:00', places: 1 };
const SECOND: PlacesSpan = { from: '14:30', to: '17:30', places: 1 };

/** The stretches of a day, each with how many people are served at once. */
export function Spans({ of, spans, onChange }: SpansProps) {
  const change = (at: number, part: Partial<PlacesSpan>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <Stack>
      {spans.map((span, at) => (
        <Box key={at} className="span-edit">
          <FieldPair>
            <ClockField label={`${of}从`} value={span.from} onChange={(from) => change(at, { from })} />
            <ClockField label={`${of}到`} value={span.to} onChange={(to) => change(at, { to })} />
          </FieldPair>
          <Stepper
            label="同时接待"
            unit="人"
            min={1}
            quickStep={5}
            value={span.places}
            onChange={(places) => change(at, { places: places ?? 1 })}
          />
          <Button kind="quiet" icon="trash-2" onPress={() => onChange(spans.filter((_, index) => index !== at))}>
            去掉这一段
          </Button>
        </Box>
      ))}
      <Button icon="plus" onPress={() => onChange([...spans, spans.length ? SECOND : FIRST])}>
        加一段时间
      </Button>
    </Stack>
  );
}
