import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import type { OrderStepView, SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { ORDER_STEP_LABELS, type OrderStepKind } from '@county/shared/supervision-orders/supervision-order';
import { withQuery } from '../../../platform/navigation';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import type { IconName } from '../../../ui/icon-name';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';
import { AnswerFiles } from './answer-files';

const LOOKS = {
  issued: { tone: 'pine', icon: 'send' },
  received: { tone: 'pine', icon: 'check' },
  answered: { tone: 'pine', icon: 'message-square-text' },
  returned: { tone: 'blue', icon: 'undo-2' },
  accepted: { tone: 'pine', icon: 'circle-check' },
  withdrawn: { tone: 'stone', icon: 'circle-minus' },
  moved: { tone: 'stone', icon: 'split' },
  reminded: { tone: 'stone', icon: 'bell' },
  rung: { tone: 'stone', icon: 'phone' },
} as const satisfies Record<OrderStepKind, { tone: Tone; icon: IconName }>;

/** The lines it is about, and every step with its author and time; all answers stay. */
export function OrderLife({ order }: { order: SupervisionOrderView }) {
  return (
    <>
      <Section title="督办的任务">
        <Card flush>
          {order.lines.map(({ assignmentId, taskNumber, mainTask, breakdownTitle, status }) => (
            <Row
              key={assignmentId}
              brief
              title={`${taskNumber}．${mainTask}`}
              about={`现在：${ASSIGNMENT_STATUS_LABELS[status]} · ${breakdownTitle}`}
              to={withQuery('/pages/tasks/line/index', { id: assignmentId })}
            />
          ))}
        </Card>
      </Section>
      <Section title="办理经过">
        <Card>
          <Stack>
            {order.steps.map((step) => (
              <Step key={step.id} step={step} />
            ))}
          </Stack>
        </Card>
      </Section>
    </>
  );
}

function Step({ step }: { step: OrderStepView }) {
  const { kind, words, answerBy, unitName, byName, at, files } = step;
  return (
    <Box className="stack">
      <Flow>
        <Tag tone={LOOKS[kind].tone} icon={LOOKS[kind].icon}>
          {ORDER_STEP_LABELS[kind]}
        </Tag>
        <Box as="span" className="row-about">
          {[unitName, byName, timeInWords(at)].filter(Boolean).join(' · ')}
        </Box>
      </Flow>
      {words && kind !== 'issued' ? <Box>{words}</Box> : null}
      {answerBy ? <Box className="row-about">{`${answerBy} 前${kind === 'returned' ? '重新' : ''}答复`}</Box> : null}
      <AnswerFiles files={files} />
    </Box>
  );
}
