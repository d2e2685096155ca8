import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { openingAt } from '@county/shared/service-map/opening-state';
import type { PublicPoint, ServiceWindow } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { OpeningTag } from '../../../components/point-row';
import { goTo, withQuery } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Card, Flow, Section, Stack } from '../../../ui/surface';

/** A county's hall has a dozen windows; how to get in should not lie beneath all of them. */
const AT_FIRST = 5;

interface WindowsProps {
  point: PublicPoint;
  calendar: WorkingCalendar | undefined;
  at: string;
  /** The window whose code was scanned. */
  markedId: string | undefined;
}

/** What is done here, window by window; a window with hours of its own says so. */
export function Windows({ point, calendar, at, markedId }: WindowsProps) {
  const [all, setAll] = useState(false);
  if (!point.windows.length)
    return (
      <Section title="能办什么">
        <Card>
          <Box className="row-about">还没有登记可办的事，请先打电话问清楚再来。</Box>
        </Card>
      </Section>
    );
  const marked = point.windows.find(({ id }) => id === markedId);
  const ordered = marked ? [marked, ...point.windows.filter(({ id }) => id !== markedId)] : point.windows;
  return (
    <Section
      title="能办什么"
      about={[point.queueHint, point.windows.some(hasGuide) ? '点一件事，看要带什么' : ''].filter(Boolean).join('。')}
    >
      {(all ? ordered : ordered.slice(0, AT_FIRST)).map((window) => (
        <OneWindow key={window.id} window={window} calendar={calendar} at={at} isMarked={window === marked} />
      ))}
      {!all && ordered.length > AT_FIRST ? (
        <Button icon="chevron-down" onPress={() => setAll(true)}>
          {`看全部 ${ordered.length} 个窗口`}
        </Button>
      ) : null}
    </Section>
  );
}

interface OneWindowProps {
  window: ServiceWindow;
  calendar: WorkingCalendar | undefined;
  at: string;
  isMarked: boolean;
}

function OneWindow({ window, calendar, at, isMarked }: OneWindowProps) {
  return (
    <Box className={`card point-window ${isMarked ? 'is-marked' : ''}`}>
      <Stack>
        <Box as="h3" className="row-title">
          {isMarked ? `您扫码的窗口：${window.name}` : window.name}
        </Box>
        {window.hours && calendar ? (
          <Flow>
            <OpeningTag state={openingAt(window.hours, calendar, at)} at={at} whole />
          </Flow>
        ) : null}
        {window.services.length ? (
          <Box as="ul" className="point-services">
            {window.services.map(({ guideId, words }) => (
              <Box as="li" key={`${guideId ?? ''}${words}`}>
                {guideId ? <GuideLink guideId={guideId} words={words} /> : <Box as="span">{words}</Box>}
              </Box>
            ))}
          </Box>
        ) : (
          <Box className="row-about">可办的事还没有登记，请问窗口。</Box>
        )}
      </Stack>
    </Box>
  );
}

const hasGuide = ({ services }: ServiceWindow) => services.some(({ guideId }) => guideId !== null);

/** Leads to what to bring. */
function GuideLink({ guideId, words }: { guideId: string; words: string }) {
  const to = withQuery('/pages/service-guides/guide/index', { id: guideId });
  return (
    <Press className="point-guide" href={to} onPress={() => void goTo(to)}>
      <Icon name="file-text" />
      <Box as="span">{words}</Box>
    </Press>
  );
}
