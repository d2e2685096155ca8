import { canReviewPublicLine, canWritePublicLine } from '@county/shared/tasks/public-line-rules';
import type { PublicLine } from '@county/shared/tasks/public-line';
import { proposePublicLine, reviewPublicLine } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field, TextArea } from '../../../ui/field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';

interface Props {
  line: AssignmentView;
  reload: () => Promise<void>;
}

const STATE_TAGS = {
  proposed: { tone: 'amber', icon: 'clock', words: '待审查' },
  published: { tone: 'pine', icon: 'megaphone', words: '已公开' },
  declined: { tone: 'cinnabar', icon: 'circle-alert', words: '不予公开' },
} as const;

/** The unit's sentences for everybody: written by one, checked and published by another. */
export function PublicLines({ line, reload }: Props) {
  return (
    <Section title="对外公开的一句话" about="填报内容不公开；想让群众知道的，另写一句，由他人审查后公开">
      {line.publicLines.map((publicLine) => (
        <OneLine key={publicLine.id} publicLine={publicLine} reload={reload} />
      ))}
      <NewLine line={line} reload={reload} />
    </Section>
  );
}

function NewLine({ line, reload }: Props) {
  const staff = useStaff();
  const [id, setId] = useState(newId);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (!staff || !canWritePublicLine(line, staff).allowed) return null;
  const propose = async () => {
    setBusy(true);
    const answer = await call(proposePublicLine, { params: { assignmentId: line.id }, body: { id, words } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    setWords('');
    setId(newId());
    toast('已提交审查');
    await reload();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="公开文字"
          hint="写给群众看，不写姓名、电话和身份证号"
          value={words}
          onChange={setWords}
          maxLength={300}
          rows={3}
          error={issueAt(issues, 'words')}
        />
        <Button
          busy={busy}
          disabledReason={words.trim().length < 4 ? '请先写一句话' : null}
          onPress={() => void propose()}
        >
          提交审查
        </Button>
      </Stack>
    </Card>
  );
}

function OneLine({ publicLine, reload }: { publicLine: PublicLine; reload: () => Promise<void> }) {
  const staff = useStaff();
  const { tone, icon, words } = STATE_TAGS[publicLine.state];
  const verdict = staff && canReviewPublicLine(publicLine, staff);
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={tone} icon={icon}>
            {words}
          </Tag>
          <Box as="span" className="row-about">{`${publicLine.writtenByName} 起草`}</Box>
        </Flow>
        <Box>{publicLine.words}</Box>
        {publicLine.declineReason ? <Box className="row-about">{`理由：${publicLine.declineReason}`}</Box> : null}
        {publicLine.state === 'proposed' && verdict ? (
          verdict.allowed ? (
            <Review publicLine={publicLine} reload={reload} />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )
        ) : null}
      </Stack>
    </Card>
  );
}

function Review({ publicLine, reload }: { publicLine: PublicLine; reload: () => Promise<void> }) {
  const [secrecyCheck, setSecrecy] = useState('');
  const [personalDataCheck, setPersonal] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async (body: Parameters<typeof call<typeof reviewPublicLine>>[1]['body']) => {
    const answer = await call(reviewPublicLine, { params: { publicLineId: publicLine.id }, body });
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.reply.state === 'published' ? '已公开' : '已记录');
    await reload();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <>
      <FailureNotice failure={failure} />
      <Field
        label="保密审查意见"
        placeholder="例如：不涉及秘密"
        value={secrecyCheck}
        onChange={setSecrecy}
        error={issueAt(issues, 'secrecyCheck')}
      />
      <Field
        label="个人信息审查意见"
        placeholder="例如：不含个人信息"
        value={personalDataCheck}
        onChange={setPersonal}
        error={issueAt(issues, 'personalDataCheck')}
      />
      <Flow>
        <Button kind="primary" onPress={() => void send({ outcome: 'published', secrecyCheck, personalDataCheck })}>
          审查通过，公开
        </Button>
        <Button onPress={() => void send({ outcome: 'declined', reason: secrecyCheck || personalDataCheck })}>
          不予公开
        </Button>
      </Flow>
    </>
  );
}
