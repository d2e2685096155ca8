import type { FieldIssue } from '@county/shared/http/problem';
import type { EventField } from '@county/shared/public-events/event-content';
import { issueAt } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';

export interface Person {
  id: string;
  name: string;
  answers: Record<string, string>;
}

export const newPerson = (): Person => ({ id: newId(), name: '', answers: {} });

interface OnePersonProps {
  at: number;
  count: number;
  person: Person;
  fields: readonly EventField[];
  issues: readonly FieldIssue[] | undefined;
  onChange(person: Person): void;
  onRemove(): void;
}

const YES_NO = ['是', '否'];

/** One of those who come; what else is asked says what for. */
export function OnePerson({ at, count, person, fields, issues, onChange, onRemove }: OnePersonProps) {
  const answer = (key: string, value: string) => onChange({ ...person, answers: { ...person.answers, [key]: value } });
  return (
    <Section title={count > 1 ? `第 ${at + 1} 位` : '谁来参加'}>
      <Card>
        <Stack>
          <Field
            label="姓名"
            value={person.name}
            onChange={(name) => onChange({ ...person, name })}
            autoComplete={at === 0 ? 'name' : undefined}
            error={issueAt(issues, `people.${at}.name`)}
          />
          {fields.map(({ key, label, purpose, kind, options, isRequired }) => {
            const shared = {
              label,
              hint: `用于${purpose}`,
              onChange: (value: string) => answer(key, value),
              error: issueAt(issues, `people.${at}.answers.${key}`),
            };
            const value = person.answers[key] ?? '';
            return kind === 'text' ? (
              <Field key={key} {...shared} optional={!isRequired} value={value} />
            ) : (
              <Choice
                key={key}
                {...shared}
                options={(kind === 'choice' ? options : YES_NO).map((one) => ({ value: one, label: one }))}
                value={value || null}
              />
            );
          })}
          {count > 1 ? (
            <Button kind="quiet" icon="trash-2" onPress={onRemove}>
              {`去掉第 ${at + 1} 位`}
            </Button>
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}
