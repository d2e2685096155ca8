import { DateField, FieldPair } from '../../../../ui/field';
import { Choice, Switch } from '../../../../ui/choice';
import { Stepper } from '../../../../ui/stepper';
import { Card, Section, Stack } from '../../../../ui/surface';

export interface TurnForm {
  hasTurn: boolean;
  every: number;
  unit: 'week' | 'month';
  from: string;
}

interface TurnFieldProps {
  turn: TurnForm;
  onChange(part: Partial<TurnForm>): void;
  error: string | undefined;
}

const UNITS = [
  { value: 'month', label: '月' },
  { value: 'week', label: '周' },
] as const;

/** 每隔几周、几个月走访一次. */
export function TurnField({ turn, onChange, error }: TurnFieldProps) {
  return (
    <Section title="定期走访">
      <Card>
        <Stack>
          <Switch
            label="定期走访"
            about="到了该去的月份，出现在“本月该走访的”里"
            value={turn.hasTurn}
            onChange={(hasTurn) => onChange({ hasTurn })}
          />
          {turn.hasTurn ? (
            <>
              <Choice label="按月还是按周" options={UNITS} value={turn.unit} onChange={(unit) => onChange({ unit })} />
              <Stepper
                label="每隔多久"
                min={1}
                max={12}
                value={turn.every}
                unit={turn.unit === 'week' ? '周' : '个月'}
                quickStep={3}
                onChange={(every) => onChange({ every: every ?? 1 })}
              />
              <FieldPair>
                <DateField label="从哪天起" value={turn.from} onChange={(from) => onChange({ from })} error={error} />
              </FieldPair>
            </>
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}
