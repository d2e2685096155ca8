import { hoursInLines } from '@county/shared/service-map/hours-in-words';
import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import { Box } from '../ui/base/box';

/** The hours of the whole year, each season on a line of its own. */
export function HoursLines({ hours }: { hours: OpeningHours | null }) {
  return (
    <>
      {hoursInLines(hours).map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </>
  );
}
