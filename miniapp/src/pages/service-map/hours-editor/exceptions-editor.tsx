import { spansInWords } from '@county/shared/service-map/clock-span';
import type { OpeningException } from '@county/shared/service-map/opening-hours';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { DateField, Field, FieldPair } from '../../../ui/field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { SpansEditor } from './spans-editor';

interface ExceptionsEditorProps {
  exceptions: OpeningException[];
  onChange(exceptions: OpeningException[]): void;
}

/** Days on which something else holds than the week says. */
export function ExceptionsEditor({ exceptions, onChange }: ExceptionsEditorProps) {
  const change = (at: number, part: Partial<OpeningException>) =>
    onChange(exceptions.map((one, other) => (other === at ? { ...one, ...part } : one)));
  const add = () => onChange([...exceptions, { from: today(), to: today(), spans: [], reason: '' }]);
  const past = exceptions.filter(({ to }) => to < today()).length;
  return (
    <Section title="临时变动" about="某几天停办、缩短或加开；整点停办用“停办几天”更方便，会先说影响什么">
      {exceptions.map((exception, at) =>
        exception.to < today() ? null : (
          <Card key={at}>
            <Stack>
              <FieldPair>
                <DateField label="从" value={exception.from} onChange={(from) => change(at, { from })} />
                <DateField label="到" value={exception.to} min={exception.from} onChange={(to) => change(at, { to })} />
              </FieldPair>
              <SpansEditor
                label={`这几天：${spansInWords(exception.spans)}`}
                spans={exception.spans}
                onChange={(spans) => change(at, { spans })}
              />
              <Field
                label="原因"
                hint="群众会看到"
                maxLength={60}
                value={exception.reason}
                onChange={(reason) => change(at, { reason })}
              />
              <Flow>
                <Button
                  kind="quiet"
                  icon="trash-2"
                  onPress={() => onChange(exceptions.filter((_, other) => other !== at))}
                >
                  删去
                </Button>
              </Flow>
            </Stack>
          </Card>
        ),
      )}
      <Flow>
        <Button kind="quiet" icon="plus" onPress={add}>
          加一条临时变动
        </Button>
        {past ? <Box className="field-hint">{`已过去的 ${past} 条不再显示，仍留在历史里`}</Box> : null}
      </Flow>
    </Section>
  );
}
