import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { clockInWords } from '@county/shared/service-map/clock-span';
import { today } from '../../../platform/clock';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { OutsideLink } from '../../../ui/base/outside-link';
import { Card, Facts, Section, Stack } from '../../../ui/surface';

/** What one comes for: the time, what happens, what to bring. */
export function Announcement({ event: { content, sessions, attachmentUrls } }: { event: PublicEvent }) {
  const { intro, programme, bring, streamUrl, attachments, hearing } = content;
  return (
    <>
      <Card>
        <Facts
          facts={[
            {
              name: '时间',
              value: inOrderOfTime(sessions)
                .map((session) => sessionInWords(session, today()))
                .join('；'),
            },
            { name: '内容', value: intro },
            { name: '要带什么', value: bring || '不用带什么' },
          ]}
        />
      </Card>
      {programme.length ? (
        <Section title="安排">
          <Card>
            <Stack>
              {programme.map(({ time, words }) => (
                <Box key={`${time ?? ''}${words}`} className="programme-item">
                  {time ? <Box className="programme-time">{clockInWords(time)}</Box> : null}
                  <Box>{words}</Box>
                </Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
      {hearing ? (
        <Section title="听证安排">
          <Card>
            <Facts
              facts={[
                { name: '每人发言', value: `不超过 ${hearing.speakingMinutes} 分钟` },
                ...(hearing.rules ? [{ name: '纪律', value: hearing.rules }] : []),
              ]}
            />
          </Card>
        </Section>
      ) : null}
      {streamUrl ? (
        <OutsideLink url={streamUrl} className="button button-secondary">
          来不了的，看直播
        </OutsideLink>
      ) : null}
      {attachments.map(({ fileId, title }) => {
        const url = attachmentUrls[fileId];
        return url ? (
          <OutsideLink key={fileId} url={addressOf(url)} className="button button-secondary">
            {`附件：${title}`}
          </OutsideLink>
        ) : (
          <Box key={fileId} className="row-about">{`附件：${title}（暂时打不开）`}</Box>
        );
      })}
    </>
  );
}
