import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import {
  CORRECTION_SUBJECT_LABELS,
  CorrectionAnswer,
  type CorrectionView,
} from '@county/shared/service-map/point-correction';
import { answerCorrection } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Card, Facts, Flow, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { editPage } from '../keeping-pages';

type Outcome = CorrectionAnswer['outcome'];

const BEGINNINGS: Record<Outcome, readonly string[]> = {
  confirmed: ['已按您说的改好，谢谢。', '情况属实，正在更改，谢谢。'],
  declined: ['经核对，现在公开的内容是对的。'],
};

/** One report, and the unit's word on it. */
export function CorrectionCard({ correction, onDone }: { correction: CorrectionView; onDone(): void }) {
  const { pointId, pointName, unitName, subject, words, state, reportedAt } = correction;
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone="amber" icon="message-square-text">
            {CORRECTION_SUBJECT_LABELS[subject]}
          </Tag>
          {state === 'open' ? null : (
            <Tag tone={state === 'confirmed' ? 'pine' : 'stone'} icon={state === 'confirmed' ? 'circle-check' : 'x'}>
              {state === 'confirmed' ? '已确认' : '没有采纳'}
            </Tag>
          )}
        </Flow>
        <Box>
          <Box className="row-title">{pointName}</Box>
          <Box className="row-about">{`${unitName} · ${timeInWords(reportedAt)} 报告`}</Box>
        </Box>
        <Box>{`“${words}”`}</Box>
        {state === 'open' ? (
          <>
            <Flow>
              <Button icon="pencil" href={editPage(pointId)}>
                去改服务点
              </Button>
            </Flow>
            <AnswerForm correction={correction} onDone={onDone} />
          </>
        ) : (
          <Facts
            facts={[
              { name: '答复', value: correction.answer ?? '' },
              {
                name: '处理',
                value: `${correction.answeredByName ?? ''} ${correction.answeredAt ? timeInWords(correction.answeredAt) : ''}`,
              },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}

function AnswerForm({ correction, onDone }: { correction: CorrectionView; onDone(): void }) {
  const draft = useDraft(`correction-answer:${correction.id}`, { answer: '' });
  const { answer: words } = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<Outcome>();
  const send = async (outcome: Outcome) => {
    const checked = checkInput(CorrectionAnswer, { outcome, answer: words });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(outcome);
    const answer = await call(answerCorrection, { params: { correctionId: correction.id }, body: checked.value });
    setBusy(undefined);
    if (!answer.ok) {
      setIssues(answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast(outcome === 'confirmed' ? '已确认，报告的人看得到' : '已答复，报告的人看得到');
    onDone();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <TextArea
        label="答复"
        hint="报告的人会看到这句话"
        rows={2}
        maxLength={200}
        value={words}
        onChange={(answer) => draft.change({ answer })}
        error={issueAt(issues, 'answer')}
      />
      {words ? null : (
        <Flow>
          {[...BEGINNINGS.confirmed, ...BEGINNINGS.declined].map((beginning) => (
            <Button key={beginning} kind="quiet" icon="copy" onPress={() => draft.change({ answer: beginning })}>
              {beginning}
            </Button>
          ))}
        </Flow>
      )}
      <Flow>
        <Button kind="primary" icon="circle-check" busy={busy === 'confirmed'} onPress={() => void send('confirmed')}>
          说得对，确认
        </Button>
        <Button busy={busy === 'declined'} onPress={() => void send('declined')}>
          不采纳
        </Button>
      </Flow>
    </>
  );
}
