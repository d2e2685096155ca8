import type { PublicEvent } from '@county/shared/public-events/event-record';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Card, Facts, Section, Stack } from '../../../ui/surface';
import '../public-events.scss';

/** What came of it: minutes, what was decided, pictures, each question with its answer. */
export function Aftermath({ event: { record, questions, openQuestions } }: { event: PublicEvent }) {
  if (!record && !questions.length)
    return (
      <Card>
        <Box className="row-about">
          {openQuestions
            ? `活动结束了，提出的 ${openQuestions} 个问题正在答复。`
            : '活动结束了，纪要审查后公布在这里。'}
        </Box>
      </Card>
    );
  return (
    <>
      {record ? (
        <Section title="纪要">
          <Card>
            <Stack>
              <Box className="row-about">{`到场 ${record.attendance}`}</Box>
              <Box className="event-lines">{record.minutes}</Box>
              {record.photoUrls.map((url, at) => (
                <Picture key={url} src={addressOf(url)} label={`活动照片 ${at + 1}`} className="event-photo" />
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
      {record?.decisions.length ? (
        <Section title="议定的事">
          <Card>
            <Facts facts={record.decisions.map(({ words }, at) => ({ name: `${at + 1}`, value: words }))} />
          </Card>
        </Section>
      ) : null}
      {questions.length ? (
        <Section title="提出的问题和答复" about={openQuestions ? `还有 ${openQuestions} 个正在答复` : undefined}>
          {questions.map(({ id, words, unitName, answer }) => (
            <Card key={id}>
              <Stack>
                <Box>{`问：${words}`}</Box>
                <Box>{answer ? `${unitName}答：${answer}` : `${unitName}正在办理答复`}</Box>
              </Stack>
            </Card>
          ))}
        </Section>
      ) : null}
    </>
  );
}
