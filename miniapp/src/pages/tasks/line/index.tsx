import { dayInWords } from '@county/shared/calendar/day';
import { acknowledgesByOpening } from '@county/shared/tasks/lines/assignment-rules';
import { REMARK_FIELD_LABELS } from '@county/shared/tasks/lines/assignment-step';
import { taskWord } from '@county/shared/tasks/breakdowns/task-breakdown';
import { acknowledgeAssignment, getAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { ring } from '../../../platform/device';
import { newId } from '../../../platform/ids';
import { withQuery } from '../../../platform/navigation';
import { Answer, timeInWords as momentInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import { Card, Columns, Facts, Flow, Row, Section, Stack } from '../../../ui/surface';
import { dueInWords } from '../../../components/line-due';
import { PeriodTag, StateTag, tallyInWords, TimeTag, WaitingTag } from '../line-state';
import { SignInFirst } from '../../../shell/sign-in-first';
import { findingFacts, WithheldNotice } from '../finding/finding-facts';
import { MeasurePart } from '../finding/measure-part';
import { ProofPart } from '../finding/proof-part';
import { RecheckPart } from '../finding/recheck-part';
import { lastReturn } from '../return-remarks';
import { LineActions } from './line-actions';
import { PeriodsPart } from './periods-part';
import { LineOrders } from './line-orders';
import { LineHistory } from './line-history';
import { RemindersPart } from './reminders-part';
import { PublicLines } from './public-lines';

/** One unit's line of a task: what is asked, how it stands, what may be done, what has happened. */
export default function LinePage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getAssignment, staff ? { params: { assignmentId: id } } : null);
  useAcknowledgement(view.data, view.reload);
  if (!staff) return <SignInFirst title="任务" />;
  return (
    <Page
      title={view.data ? `${taskWord(view.data.breakdownKind)} ${view.data.task.number}` : '任务'}
      about={view.data?.unitName}
      wide
    >
      <Answer of={view} shape="words">
        {(line) => (
          <Columns
            main={<LineWords line={line} reload={view.reload} />}
            side={<LineSide line={line} reload={view.reload} />}
          />
        )}
      </Answer>
    </Page>
  );
}

/** The unit's first opening is its acknowledgement; nobody presses a button for it. */
function useAcknowledgement(line: AssignmentView | undefined, reload: () => Promise<void>): void {
  const staff = useStaff();
  const done = useRef<string>();
  useEffect(() => {
    if (!line || !staff || done.current === line.id || !acknowledgesByOpening(line, staff)) return;
    done.current = line.id;
    void call(acknowledgeAssignment, { params: { assignmentId: line.id }, body: { id: newId() } }).then((answer) => {
      if (answer.ok) void reload();
    });
  }, [line, staff, reload]);
}

interface PartProps {
  line: AssignmentView;
  reload: () => Promise<void>;
}

function LineWords({ line, reload }: PartProps) {
  const returned = lastReturn(line);
  const { finding } = line;
  return (
    <>
      {returned ? (
        <Notice kind="info" title={`已退回，请改后重新办结（${returned.byName}）`}>
          {returned.words}
          {(returned.remarks ?? []).map(({ field, words }) => (
            <Box key={field}>{`${REMARK_FIELD_LABELS[field]}：${words}`}</Box>
          ))}
        </Notice>
      ) : null}
      {line.waitingReports.map(({ id, writtenByName, writtenAt }) => (
        <Notice key={id} kind="info" title="已提交、尚未发出">
          {`${writtenByName}${momentInWords(writtenAt)}在手机上提交了一份填报，信号不好还没有送达；送达后会出现在下面。`}
        </Notice>
      ))}
      {line.extension ? (
        <Notice kind="info" title={`已申请延期到 ${dayInWords(line.extension.dueOn, today())}，等督查员审批`}>
          {line.extension.reason}
        </Notice>
      ) : null}
      <Card>
        <Stack>
          {finding ? <Box className="row-about">存在问题</Box> : null}
          <Box as="h2" className="section-title">
            {line.task.mainTask}
          </Box>
          <ProgressBar percent={line.percent} />
          <Flow>
            <StateTag status={line.status} />
            <TimeTag line={line} />
            <PeriodTag line={line} />
          </Flow>
          {finding ? null : <Box>{line.task.concreteWork}</Box>}
          {line.handDownWords ? <Box className="row-about">{`上级要求：${line.handDownWords}`}</Box> : null}
        </Stack>
      </Card>
      {finding ? <WithheldNotice finding={finding} /> : null}
      {finding ? <MeasurePart line={line} reload={reload} /> : null}
      <LineActions line={line} reload={reload} />
      {finding ? <ProofPart line={line} /> : null}
      {finding ? <RecheckPart line={line} /> : null}
      <RemindersPart line={line} />
      <PeriodsPart line={line} />
      <LineHistory line={line} />
    </>
  );
}

function LineSide({ line, reload }: PartProps) {
  const { task, unit, supervisingUnit } = line;
  return (
    <>
      <Card>
        <Facts
          facts={[
            { name: '完成时限', value: dueInWords(line) },
            { name: '原文时限', value: task.duePhrase || '未写' },
            { name: '原文责任单位', value: task.unitsPhrase || '未写' },
            ...(task.unresolvedPhrase ? [{ name: '待明确', value: task.unresolvedPhrase }] : []),
            ...(task.openSetPhrase ? [{ name: '开放范围', value: `${task.openSetPhrase}，由督查单位逐个添加` }] : []),
            ...(line.finding ? findingFacts(line.finding) : []),
            { name: '类别', value: task.category },
            { name: '出自', value: line.breakdownTitle },
          ]}
        />
      </Card>
      <Card flush>
        <Row
          icon="users"
          title={line.finding ? '看整个问题' : '看整项任务'}
          about="所有责任单位和各自的进度"
          to={withQuery('/pages/tasks/task/index', { id: line.taskId })}
        />
      </Card>
      <Section title="可以联系">
        <Card flush>
          {[unit, supervisingUnit].map((contact) =>
            contact ? (
              <Row
                key={contact.id}
                icon="phone"
                title={contact.name}
                about={[contact.contactName, contact.officePhone ?? '未登记电话'].filter(Boolean).join(' · ')}
                onPress={contact.officePhone ? () => void ring(contact.officePhone!) : undefined}
              />
            ) : null,
          )}
        </Card>
      </Section>
      {line.handDown ? (
        <Section title="分解情况" about={tallyInWords(line.handDown)}>
          <Card flush>
            {line.children.map((child) => (
              <Row
                key={child.id}
                title={child.unitName}
                about={dueInWords(child)}
                foot={
                  <>
                    <ProgressBar percent={child.percent} />
                    <Flow>
                      <TimeTag line={child} />
                      <PeriodTag line={child} />
                      <WaitingTag line={child} />
                    </Flow>
                  </>
                }
                end={<StateTag status={child.status} />}
                to={withQuery('/pages/tasks/line/index', { id: child.id })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      <LineOrders line={line} />
      {line.mayReadReports ? <PublicLines line={line} reload={reload} /> : null}
    </>
  );
}
