import {
  HOME_VISIT_STATE_LABELS,
  HOME_VISIT_STEP_LABELS,
  type HomeVisitRequestState,
  type HomeVisitStep,
} from '@county/shared/appointments/home-visits/home-visit-request';
import { timeInWords } from '../../../ui/answer';
import type { IconName } from '../../../ui/icon-name';
import { Card, Row, Section } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';

const LOOKS = {
  asked: ['amber', 'clock'],
  accepted: ['blue', 'info'],
  planned: ['blue', 'calendar-check'],
  'on-the-way': ['blue', 'navigation'],
  done: ['pine', 'circle-check'],
  declined: ['stone', 'circle-minus'],
  withdrawn: ['stone', 'undo-2'],
} as const satisfies Record<HomeVisitRequestState, readonly [Tone, IconName]>;

export function VisitState({ state }: { state: HomeVisitRequestState }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {HOME_VISIT_STATE_LABELS[state]}
    </Tag>
  );
}

/** What happened, the newest first. */
export function VisitSteps({ steps }: { steps: readonly HomeVisitStep[] }) {
  return (
    <Section title="经过">
      <Card flush>
        {[...steps].reverse().map(({ id, kind, at, unitName, byName, words }) => (
          <Row
            key={id}
            title={`${HOME_VISIT_STEP_LABELS[kind]} · ${timeInWords(at)}`}
            about={[byName ? `${unitName} ${byName}` : '申请人', words].filter(Boolean).join('：')}
          />
        ))}
      </Card>
    </Section>
  );
}
