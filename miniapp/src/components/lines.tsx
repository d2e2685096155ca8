import type { GuideField } from '@county/shared/service-guides/guide-in-words';
import { Box } from '../ui/base/box';

/** What a field says, one thing a line. */
export function Lines({ lines }: Pick<GuideField, 'lines'>) {
  return (
    <>
      {lines.map((line, index) => (
        <Box key={`${index} ${line}`}>{line}</Box>
      ))}
    </>
  );
}
