import type { Actor } from '@county/shared/people/actor';
import { canReviewPublicLine, canWritePublicLine } from '@county/shared/tasks/public/public-line-rules';
import {
  PUBLIC_LINE_SUBJECT_LABELS,
  PublicLineSubject,
  type PublicLine,
  type PublicLineReview,
} from '@county/shared/tasks/public/public-line';
import { proposePublicLine, reviewPublicLine } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { useStaff } from '../../../api/session';
import { ReviewForm } from '../../../components/review-form';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
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
    <Section
      title={line.finding ? '对外公开的文字' : '对外公开的一句话'}
      about={
        line.finding
          ? '问题、措施、结果分别起草，由他人审查后公开；没有审查的群众看不到'
          : '填报内容不公开；想让群众知道的，另写一句，由他人审查后公开'
      }
    >
      {line.publicLines.map((publicLine) => (
        <OneLine key={publicLine.id} publicLine={publicLine} line={line} reload={reload} />
      ))}
      <NewLine line={line} reload={reload} />
    </Section>
  );
}

/** What of the line this person may word for everybody: of a finding its parts, else how far the work is. */
function subjectsFor(line: AssignmentView, staff: Actor): PublicLine['subject'][] {
  const wanted = line.finding ? PublicLineSubject.options : [null];
  return wanted.filter((subject) => canWritePublicLine(line, staff, subject, line.finding).allowed);
}

function NewLine({ line, reload }: Props) {
  const staff = useStaff();
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const subjects = staff ? subjectsFor(line, staff) : [];
  const [chosen, setChosen] = useState<PublicLineSubject>();
  const id = useIdOf({ chosen, words });
  if (!subjects.length) return null;
  const subject = subjects.find((one) => one === chosen) ?? subjects[0]!;
  const propose = async () => {
    setBusy(true);
    const answer = await call(proposePublicLine, { params: { assignmentId: line.id }, body: { id, subject, words } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    setWords('');
    toast('已提交审查');
    await reload();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        {subjects.length > 1 && subject ? (
          <Segmented<PublicLineSubject>
            label="公开什么"
            options={subjects.flatMap((value) => (value ? [{ value, label: PUBLIC_LINE_SUBJECT_LABELS[value] }] : []))}
            value={subject}
            onChange={setChosen}
          />
        ) : null}
        <TextArea
          label={subject ? `公开的${PUBLIC_LINE_SUBJECT_LABELS[subject]}` : '公开文字'}
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

function OneLine({ publicLine, line, reload }: Props & { publicLine: PublicLine }) {
  const staff = useStaff();
  const { tone, icon, words } = STATE_TAGS[publicLine.state];
  const verdict = staff && canReviewPublicLine(publicLine, staff);
  const publishing = staff && canReviewPublicLine(publicLine, staff, 'published', line.finding);
  const send = async (body: PublicLineReview) => {
    const answer = await call(reviewPublicLine, { params: { publicLineId: publicLine.id }, body });
    if (!answer.ok) return answer.failure;
    toast(answer.reply.state === 'published' ? '已公开' : '已记录');
    await reload();
    return undefined;
  };
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={tone} icon={icon}>
            {words}
          </Tag>
          <Box as="span" className="row-about">
            {[publicLine.subject && PUBLIC_LINE_SUBJECT_LABELS[publicLine.subject], `${publicLine.writtenByName} 起草`]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Flow>
        <Box>{publicLine.words}</Box>
        {publicLine.declineReason ? <Box className="row-about">{`理由：${publicLine.declineReason}`}</Box> : null}
        {publicLine.state === 'proposed' && verdict ? (
          verdict.allowed ? (
            <ReviewForm
              approve="审查通过，公开"
              decline="不予公开"
              whyNotApprove={publishing?.allowed === false ? publishing.reason : null}
              send={send}
            />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )
        ) : null}
      </Stack>
    </Card>
  );
}
