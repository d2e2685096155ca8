import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { hoursOfWindow, servicesAsked } from '@county/shared/service-map/find-points';
import { hoursOfWeek } from '@county/shared/service-map/hours-in-words';
import { openingAt } from '@county/shared/service-map/opening-state';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { shanghaiDay } from '@county/shared/calendar/day';
import { useGuideWords } from '../../../api/guide-words';
import { OpeningTag } from '../../../components/point-row';
import { guidePage } from '../../../navigation/guide-pages';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Flow, Section, Stack } from '../../../ui/surface';

/** What one looked for may be several things done here; more than these are found below, window by window. */
const MOST_SHOWN = 3;

interface SoughtProps {
  point: PublicPoint;
  /** What was looked for when this point was found: by words, or by the guide. */
  words: string;
  guideId: string;
  calendar: WorkingCalendar | undefined;
  at: string;
}

/** What one came for stands first: at which window, when, and what to bring. */
export function Sought({ point, words, guideId, calendar, at }: SoughtProps) {
  const guideWords = useGuideWords();
  const asked = servicesAsked(point, { guideId, words }, guideWords).slice(0, MOST_SHOWN);
  if (!asked.length) return null;
  return (
    <Section title={words ? `您找的“${words}”，这里能办` : '您要办的，这里能办'}>
      {asked.map(({ window, service }) => {
        const hours = hoursOfWindow(point, window);
        const today =
          calendar && hours ? hoursOfWeek(hours, calendar, shanghaiDay(at)).find((day) => day.isToday) : null;
        return (
          <Card key={`${window.id} ${service.words}`}>
            <Stack>
              <Box as="h3" className="row-title">
                {service.words}
              </Box>
              <Box>{`在“${window.name}”办`}</Box>
              {calendar ? (
                <Flow>
                  <OpeningTag state={openingAt(hours, calendar, at)} at={at} whole />
                </Flow>
              ) : null}
              {today ? <Box className="row-about">{`今天 ${today.words}`}</Box> : null}
              {service.guideId ? (
                <Flow>
                  <Button kind="primary" icon="file-text" href={guidePage(service.guideId)}>
                    看要带什么
                  </Button>
                </Flow>
              ) : null}
            </Stack>
          </Card>
        );
      })}
    </Section>
  );
}
