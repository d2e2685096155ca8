import { dayInWords } from '@county/shared/calendar/day';
import type { FieldIssue } from '@county/shared/http/problem';
import { checkInput } from '@county/shared/http/input';
import { QuietSpan } from '@county/shared/tasks/due-reminders/reminder-settings';
import { useState } from 'react';
import { issueAt } from '../../../api/failure';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { DateField, Field, FieldError } from '../../../ui/field';
import { Card, Row, Section, Stack } from '../../../ui/surface';

interface QuietDaysProps {
  spans: readonly QuietSpan[];
  issues: FieldIssue[] | undefined;
  onChange(spans: QuietSpan[]): void;
}

/** Days on which the plan's people are left in peace, such as those of an inspection. */
export function QuietDays({ spans, issues, onChange }: QuietDaysProps) {
  const [adding, setAdding] = useState(false);
  const wrong = issues?.find(({ path }) => path[0] === 'quiet')?.message;
  return (
    <Section title="不提醒的日子" about="如迎检、防汛期间。到期日本身不变。">
      <Card flush>
        {spans.map((span) => (
          <Row
            key={`${span.from} ${span.until} ${span.why}`}
            icon="calendar-days"
            title={`${dayInWords(span.from, today())} 到 ${dayInWords(span.until, today())}`}
            about={span.why}
            end={
              <Button
                kind="quiet"
                icon="x"
                label={`去掉 ${span.why}`}
                onPress={() => onChange(spans.filter((one) => one !== span))}
              >
                去掉
              </Button>
            }
          />
        ))}
        <Row icon="plus" title="加一段不提醒的日子" onPress={() => setAdding(true)} />
      </Card>
      {wrong ? <FieldError words={wrong} /> : null}
      {adding ? (
        <SpanSheet
          onClose={() => setAdding(false)}
          onAdd={(span) => {
            setAdding(false);
            onChange([...spans, span].toSorted((a, b) => a.from.localeCompare(b.from)));
          }}
        />
      ) : null}
    </Section>
  );
}

function SpanSheet({ onClose, onAdd }: { onClose(): void; onAdd(span: QuietSpan): void }) {
  const [form, setForm] = useState({ from: today(), until: '', why: '' });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const add = () => {
    // What was left empty is asked for in so many words.
    const checked = checkInput(QuietSpan, { ...form, from: form.from || null, until: form.until || null });
    setIssues(checked.valid ? undefined : checked.issues);
    if (checked.valid) onAdd(checked.value);
  };
  return (
    <Sheet
      title="不提醒的日子"
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={add}>
          加上
        </Button>
      }
    >
      <Stack>
        <DateField
          label="从哪天"
          value={form.from}
          onChange={(from) => setForm({ ...form, from })}
          error={issueAt(issues, 'from')}
        />
        <DateField
          label="到哪天"
          hint="含这一天"
          min={form.from}
          value={form.until}
          onChange={(until) => setForm({ ...form, until })}
          error={issueAt(issues, 'until')}
        />
        <Field
          label="原因"
          maxLength={50}
          value={form.why}
          onChange={(why) => setForm({ ...form, why })}
          error={issueAt(issues, 'why')}
        />
        <Box className="row-about">加上以后还要按“保存”。</Box>
      </Stack>
    </Sheet>
  );
}
