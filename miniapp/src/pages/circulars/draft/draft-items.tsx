import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { FieldError, TextArea } from '../../../ui/field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { CandidateSheet } from './candidate-sheet';
import type { DraftItem } from './draft-item';

interface ItemsProps {
  breakdownId: string;
  items: DraftItem[];
  onChange(items: DraftItem[]): void;
  errorAt(index: number): string | undefined;
  error: string | undefined;
}

/** The lines a circular names, with what is said of each. */
export function DraftItems({ breakdownId, items, onChange, errorAt, error }: ItemsProps) {
  const [choosing, setChoosing] = useState(false);
  const say = (id: string, words: string) =>
    onChange(items.map((item) => (item.id === id ? { ...item, words } : item)));
  const choose = (
    <Button icon="plus" onPress={() => setChoosing(true)}>
      选择逾期任务
    </Button>
  );
  return (
    <Section title="通报事项" about="按完成时限先后，不排名">
      {error ? <FieldError words={error} /> : null}
      {items.length ? (
        <>
          {items.map((item, index) => (
            <Card key={item.id}>
              <Stack>
                <Box className="row-title">{item.title}</Box>
                <TextArea
                  label={`第 ${index + 1} 项的通报内容`}
                  rows={2}
                  maxLength={500}
                  value={item.words}
                  onChange={(words) => say(item.id, words)}
                  error={errorAt(index)}
                />
                <Flow>
                  <Button
                    kind="quiet"
                    icon="x"
                    label={`去掉第 ${index + 1} 项`}
                    onPress={() => onChange(items.filter(({ id }) => id !== item.id))}
                  >
                    去掉这一项
                  </Button>
                </Flow>
              </Stack>
            </Card>
          ))}
          <Flow>{choose}</Flow>
        </>
      ) : (
        <Card>
          <EmptyState icon="list-checks" title="还没有选择任务" action={choose}>
            从逾期的任务里选，内容会先按台账写好，可以修改。
          </EmptyState>
        </Card>
      )}
      {choosing ? (
        <CandidateSheet
          breakdownId={breakdownId}
          items={items}
          onClose={() => setChoosing(false)}
          onChosen={(chosen) => {
            onChange(chosen);
            setChoosing(false);
          }}
        />
      ) : null}
    </Section>
  );
}
