import type { BookingException } from '@county/shared/appointments/bookable-service';
import { today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { DateField, Field, FieldPair } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import { Spans } from './spans';

interface ExceptionsProps {
  exceptions: readonly BookingException[];
  onChange(exceptions: BookingException[]): void;
}

/** 临时变动: days on which nothing is given out, or other hours. */
export function Exceptions({ exceptions, onChange }: ExceptionsProps) {
  const change = (at: number, part: Partial<BookingException>) =>
    onChange(exceptions.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const add = () => onChange([...exceptions, { from: today(), to: today(), spans: [], reason: '' }]);
  return (
    <Section title="临时变动" about="某几天不放号，或换别的时间；原因群众看得到">
      {exceptions.map((exception, at) => (
        <Card key={at}>
          <Stack>
            <FieldPair>
              <DateField label="从哪天" value={exception.from} onChange={(from) => change(at, { from })} />
              <DateField label="到哪天" value={exception.to} onChange={(to) => change(at, { to })} />
            </FieldPair>
            <Field
              label="原因"
              hint="如：线路检修"
              value={exception.reason}
              onChange={(reason) => change(at, { reason })}
            />
            <Spans of="这几天" spans={exception.spans} onChange={(spans) => change(at, { spans })} />
            <Button kind="quiet" icon="trash-2" onPress={() => onChange(exceptions.filter((_, index) => index !== at))}>
              去掉这次变动
            </Button>
          </Stack>
        </Card>
      ))}
      <Button icon="plus" onPress={add}>
        加一次变动
      </Button>
    </Section>
  );
}
