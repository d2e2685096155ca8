import type { AssignmentView } from '@county/shared/tasks/task-views';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Card, Facts, Section, Stack } from '../../../ui/surface';
import { StepPhotos } from '../line/step-photos';

/** 整改依据: what the unit shows for its latest 办结. */
export function ProofPart({ line }: { line: AssignmentView }) {
  const completion = line.steps.find(({ kind }) => kind === 'completed');
  if (!completion) return null;
  return (
    <Section title="整改依据">
      <Card>
        <Stack>
          <Facts
            facts={[
              { name: '办结说明', value: completion.words ?? '' },
              { name: '依据', value: completion.proof ?? '' },
            ]}
          />
          <Box className="row-about">{`${completion.byName} · ${timeInWords(completion.at)}`}</Box>
          <StepPhotos files={completion.files} />
        </Stack>
      </Card>
    </Section>
  );
}
