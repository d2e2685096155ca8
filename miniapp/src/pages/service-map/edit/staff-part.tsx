import { Button } from '../../../ui/button';
import { Field, FieldPair } from '../../../ui/field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import type { PartProps } from './point-form';

/** Who is there to ask, as the notice board at the door says it. */
export function StaffPart({ form, change, issue }: PartProps) {
  const { staff } = form;
  const put = (at: number, part: Partial<(typeof staff)[number]>) =>
    change({ staff: staff.map((one, other) => (other === at ? { ...one, ...part } : one)) });
  return (
    <Section title="值班人员" about="公示栏上写的名字和职责；不写手机号">
      <Card>
        <Stack>
          {staff.map(({ name, duty }, at) => (
            <FieldPair key={at}>
              <Field
                label={`姓名 ${at + 1}`}
                maxLength={30}
                value={name}
                onChange={(next) => put(at, { name: next })}
                error={issue(`staff.${at}.name`)}
              />
              <Field
                label="职责"
                optional
                maxLength={40}
                value={duty}
                onChange={(next) => put(at, { duty: next })}
                error={issue(`staff.${at}.duty`)}
              />
              <Button
                kind="quiet"
                icon="x"
                label={`去掉第 ${at + 1} 人`}
                onPress={() => change({ staff: staff.filter((_, other) => other !== at) })}
              >
                去掉
              </Button>
            </FieldPair>
          ))}
          <Flow>
            <Button kind="quiet" icon="plus" onPress={() => change({ staff: [...staff, { name: '', duty: '' }] })}>
              加一人
            </Button>
          </Flow>
        </Stack>
      </Card>
    </Section>
  );
}
