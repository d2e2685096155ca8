import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { isAnswerLate } from '@county/shared/task-questions/task-question-rules';
import type { AskedQuestion, TaskQuestion, TaskQuestionSummary } from '@county/shared/task-questions/task-question';
import { today } from '../../platform/clock';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

type Look = readonly [Tone, IconName, string];

const OFFICE_STATES = {
  waiting: ['amber', 'clock', '待答复'],
  proposed: ['blue', 'eye', '答复待审查'],
  returned: ['blue', 'undo-2', '答复退回待改'],
  answered: ['pine', 'circle-check', '已答复'],
  declined: ['stone', 'circle-minus', '不予办理'],
} as const satisfies Record<TaskQuestion['state'], Look>;

const ASKER_STATES = {
  waiting: ['amber', 'clock', '等待办理'],
  'being-answered': ['blue', 'pencil', '正在答复'],
  answered: ['pine', 'circle-check', '已答复'],
  declined: ['stone', 'circle-minus', '不予办理'],
} as const satisfies Record<AskedQuestion['state'], Look>;

export function OfficeState({ state }: Pick<TaskQuestion, 'state'>) {
  return <StateTag look={OFFICE_STATES[state]} />;
}

export function AskerState({ state }: Pick<AskedQuestion, 'state'>) {
  return <StateTag look={ASKER_STATES[state]} />;
}

/** How long it has waited; red once the time to answer has passed, nothing once it is settled. */
export function WaitingTag({ question }: { question: TaskQuestionSummary }) {
  const { workingDays, isWaitProvisional } = question;
  if (workingDays === null) return null;
  const waited = workingDays ? `已等 ${workingDays} 个工作日` : '不到 1 个工作日';
  const words = isWaitProvisional ? `${waited}（${PROVISIONAL_WORDS}）` : waited;
  if (isAnswerLate(question, today())) return <StateTag look={['cinnabar', 'triangle-alert', `${words}，超期`]} />;
  return <StateTag look={['amber', 'clock', words]} />;
}

function StateTag({ look: [tone, icon, words] }: { look: Look }) {
  return (
    <Tag tone={tone} icon={icon}>
      {words}
    </Tag>
  );
}
