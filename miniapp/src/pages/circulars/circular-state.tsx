import { CIRCULAR_STATE_LABELS, type CircularState } from '@county/shared/circulars/circular';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

const LOOKS = {
  draft: { tone: 'stone', icon: 'pencil' },
  submitted: { tone: 'amber', icon: 'clock' },
  issued: { tone: 'blue', icon: 'megaphone' },
  withdrawn: { tone: 'stone', icon: 'trash-2' },
} as const satisfies Record<CircularState, { tone: Tone; icon: IconName }>;

export function CircularStateTag({ state }: { state: CircularState }) {
  return (
    <Tag tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {CIRCULAR_STATE_LABELS[state]}
    </Tag>
  );
}

export const circularPage = (circularId: string) => `/pages/circulars/circular/index?id=${circularId}`;
