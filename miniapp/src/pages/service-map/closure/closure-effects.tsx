import { distanceInWords } from '@county/shared/service-map/position';
import type { ClosureEffects } from '@county/shared/service-map/service-point';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Section, Stack } from '../../../ui/surface';

/** What a closure breaks, and where people can go instead. */
export function ClosureEffectsCard({ effects, reason }: { effects: ClosureEffects; reason: string }) {
  const { onlyHere, nearest, workingDays, alsoBroken } = effects;
  return (
    <Section title="停办会影响">
      <Stack>
        <Card>
          <Stack>
            <Box>{workingDays ? `要停 ${workingDays} 个工作日` : '这几天里没有工作日'}</Box>
            <Box>
              {nearest
                ? `群众可以去：${nearest.name}${nearest.metres === null ? '' : `，离这里 ${distanceInWords(nearest.metres)}`}`
                : '附近没有别的服务点这几天还开着、也给这里的群众办事'}
            </Box>
          </Stack>
        </Card>
        {alsoBroken.map(({ kind, words, link }) => (
          <Notice
            key={kind}
            kind="warn"
            title={words}
            action={
              <Button icon="list-checks" href={withReason(link, reason)}>
                看是哪些人，逐个决定
              </Button>
            }
          />
        ))}
        {onlyHere.length ? (
          <Notice kind="warn" title={`有 ${onlyHere.length} 件事只能在这里办`}>
            {onlyHere.map(({ guideId, words }) => (
              <Box key={guideId ?? words}>{words}</Box>
            ))}
          </Notice>
        ) : (
          <Notice kind="success" title="这里办的事，别处也能办" />
        )}
      </Stack>
    </Section>
  );
}

/** The page on which each is decided, with the words that were written already. */
export const withReason = (link: string, reason: string): string =>
  reason ? `${link}&reason=${encodeURIComponent(reason)}` : link;
