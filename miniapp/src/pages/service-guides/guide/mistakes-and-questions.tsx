import type { GuideContent } from '@county/shared/service-guides/service-guide';
import { Box } from '../../../ui/base/box';
import { Icon } from '../../../ui/icon';
import { Card, Section, Stack } from '../../../ui/surface';

/** What others got wrong, and what they asked. */
export function MistakesAndQuestions({ content: { mistakes, questions } }: { content: GuideContent }) {
  return (
    <>
      {mistakes.length ? (
        <Section title="别人常办错的">
          <Card>
            <Stack>
              {mistakes.map((words) => (
                <Box key={words} className="guide-step">
                  <Icon name="triangle-alert" />
                  <Box className="guide-step-words">{words}</Box>
                </Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
      {questions.length ? (
        <Section title="常见问题">
          <Card>
            <Stack>
              {questions.map(({ question, answer }) => (
                <Box key={question}>
                  <Box className="row-title">{`问：${question}`}</Box>
                  <Box>{`答：${answer}`}</Box>
                </Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
    </>
  );
}
