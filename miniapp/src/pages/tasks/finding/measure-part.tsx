import { dueDayInWords } from '@county/shared/calendar/day';
import { canDecideMeasure, canStateMeasure, needsMeasure } from '@county/shared/tasks/findings/finding-rules';
import { stateMeasure } from '@county/shared/tasks/findings/finding-routes';
import { MEASURE_STATE_LABELS, type RectificationMeasure } from '@county/shared/tasks/findings/rectification-measure';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { DateField, TextArea } from '../../../ui/field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { DecideMeasure } from './decide-measure';

interface PartProps {
  line: AssignmentView;
  reload: () => Promise<void>;
}

const STATE_TAGS = {
  stated: { tone: 'amber', icon: 'clock' },
  agreed: { tone: 'pine', icon: 'circle-check' },
  returned: { tone: 'blue', icon: 'undo-2' },
} as const;

/** 整改措施: the list's own, or what the unit has stated and a supervisor made of it. */
export function MeasurePart({ line, reload }: PartProps) {
  const staff = useStaff();
  const { finding, task } = line;
  if (!finding || !staff) return null;
  const mayState = canStateMeasure(line, task, finding.measures, staff).allowed;
  return (
    <Section title="整改措施">
      {needsMeasure(line, task) ? null : (
        <Card>
          <Box>{task.concreteWork || '由牵头单位或上级单位提出，本单位按措施整改。'}</Box>
        </Card>
      )}
      {finding.measures.map((measure) => (
        <OneMeasure key={measure.id} measure={measure} line={line} reload={reload} />
      ))}
      {mayState ? <StateMeasure line={line} reload={reload} /> : null}
      {needsMeasure(line, task) && !finding.measures.length && !mayState ? (
        <Card>
          <Box className="row-about">
            {line.mayReadReports ? '责任单位还没有提出整改措施。' : '只对本单位、上级单位和督查员显示。'}
          </Box>
        </Card>
      ) : null}
    </Section>
  );
}

function OneMeasure({ measure, line, reload }: PartProps & { measure: RectificationMeasure }) {
  const staff = useStaff();
  const [deciding, setDeciding] = useState(false);
  const { tone, icon } = STATE_TAGS[measure.state];
  const verdict = staff && canDecideMeasure(measure, line, staff);
  const waits = measure.state === 'stated' && staff?.role === 'supervisor';
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={tone} icon={icon}>
            {MEASURE_STATE_LABELS[measure.state]}
          </Tag>
          <Box as="span" className="row-about">
            {`${measure.statedByName} · ${timeInWords(measure.statedAt)}`}
          </Box>
        </Flow>
        <Box>{measure.words}</Box>
        {measure.dueOn ? <Box className="row-about">{`${dueDayInWords(measure.dueOn, today())}前完成`}</Box> : null}
        {measure.decidedByName ? (
          <Box className="row-about">
            {`${measure.decidedByName}：${measure.decisionWords ?? MEASURE_STATE_LABELS[measure.state]}`}
          </Box>
        ) : null}
        {waits && verdict ? (
          <Button
            kind="primary"
            icon="check"
            wide
            disabledReason={verdict.allowed ? null : verdict.reason}
            onPress={() => setDeciding(true)}
          >
            审核整改措施
          </Button>
        ) : null}
      </Stack>
      {deciding ? <DecideMeasure measure={measure} onDone={reload} onClose={() => setDeciding(false)} /> : null}
    </Card>
  );
}

function StateMeasure({ line, reload }: PartProps) {
  const draft = useDraft(`measure:${line.id}`, { id: newId(), words: '', dueOn: '' });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { id, words, dueOn } = draft.value;
  const isForGood = line.finding?.rectification === 'long-term';
  const send = async () => {
    setBusy(true);
    const body = { id, words, dueOn: dueOn || null };
    const answer = await call(stateMeasure, { params: { assignmentId: line.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    draft.discard();
    toast('已提交，等督查员审核');
    await reload();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="提出整改措施"
          hint="问题清单没有写措施，请写明怎么改、谁来做"
          rows={4}
          maxLength={2000}
          value={words}
          onChange={(text) => draft.change({ id, words: text })}
          error={issueAt(issues, 'words')}
        />
        <DateField
          label="哪一天前完成"
          optional={isForGood}
          value={dueOn}
          min={today()}
          max={line.dueOn !== null && line.dueOn >= today() ? line.dueOn : undefined}
          onChange={(day) => draft.change({ id, dueOn: day })}
          error={issueAt(issues, 'dueOn')}
        />
        <Button
          kind="primary"
          icon="send"
          wide
          busy={busy}
          disabledReason={words.trim().length < 4 ? '请先写整改措施' : null}
          onPress={() => void send()}
        >
          提交审核
        </Button>
      </Stack>
    </Card>
  );
}
