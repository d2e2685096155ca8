import { listAssignments } from '@county/shared/tasks/task-routes';
import type { ListedAssignment } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { draftKeys } from '../../../api/drafts';
import { useOutbox } from '../../../api/outbox';
import { unsent } from '../../../api/outbox-queue';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { withQuery } from '../../../platform/navigation';
import { ListAnswer } from '../../../ui/answer';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import { Card, Flow, Row, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { dueInWords, urgencyOf } from '../../../components/line-due';
import { PeriodTag, StateTag, tallyInWords, TimeTag, WaitingTag } from '../line-state';
import { PressingDrafts } from '../../../shell/pressing-drafts';
import { DraftTag } from '../unsent-drafts';
import { SignInFirst } from '../../../shell/sign-in-first';

type Scope = 'own-unit' | 'all';

const GROUPS = [
  { key: 'returned', title: '退回待改' },
  { key: 'pressing', title: '已逾期、快到期、本期未报' },
  { key: 'other', title: '其他' },
] as const;

/** What my unit owes, the most pressing first. */
export default function MyTasks() {
  const staff = useStaff();
  // From 等您处理: what is filed as done, of all units this lead confirms for.
  const toComplete = useRouter().params.part === 'to-complete';
  const [scope, setScope] = useState<Scope>('own-unit');
  const query = toComplete ? ({ scope: 'all', toComplete: 'yes', limit: 100 } as const) : { scope, limit: 100 };
  const list = useList(listAssignments, staff ? { query } : null);
  if (!staff) return <SignInFirst title="我的任务" />;
  if (toComplete)
    return (
      <Page title="等您确认办结" about="已填到 100%，打开后核对依据、确认办结">
        <ListAnswer of={list} empty={<NothingToComplete />}>
          {(lines) => <Group title="已填到 100%" lines={lines} named />}
        </ListAnswer>
      </Page>
    );
  const seesMore = staff.role !== 'officer';
  return (
    <Page title="我的任务" about={staff.unitName ?? undefined}>
      <PressingDrafts />
      {seesMore ? (
        <Segmented
          label="范围"
          options={[
            { value: 'own-unit', label: '本单位' },
            { value: 'all', label: staff.role === 'unit-lead' ? '本单位和所辖单位' : '全县' },
          ]}
          value={scope}
          onChange={(chosen) => setScope(chosen === 'all' ? 'all' : 'own-unit')}
        />
      ) : null}
      <ListAnswer of={list} empty={<NothingOwed />}>
        {(lines) => (
          <>
            {GROUPS.map(({ key, title }) => (
              <Group
                key={key}
                title={title}
                lines={lines.filter((line) => urgencyOf(line) === key)}
                named={scope === 'all'}
              />
            ))}
          </>
        )}
      </ListAnswer>
    </Page>
  );
}

function NothingToComplete() {
  return (
    <Card>
      <EmptyState icon="list-checks" title="没有等您确认办结的">
        责任单位填到 100% 后，会出现在这里。
      </EmptyState>
    </Card>
  );
}

function NothingOwed() {
  return (
    <Card>
      <EmptyState icon="list-checks" title="目前没有交办给本单位的任务">
        县里交办或上级分解下来后，会出现在这里。
      </EmptyState>
    </Card>
  );
}

function Group({ title, lines, named }: { title: string; lines: ListedAssignment[]; named: boolean }) {
  if (!lines.length) return null;
  return (
    <Section title={title}>
      <Card flush>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} named={named} />
        ))}
      </Card>
    </Section>
  );
}

function LineRow({ line, named }: { line: ListedAssignment; named: boolean }) {
  const staff = useStaff();
  const waiting = useOutbox(({ items }) => unsent(items).some((item) => item.request.path.includes(line.id)));
  const hasDraft = staff ? draftKeys(staff.personId).includes(`report:${line.id}`) : false;
  const about = [named && line.unitName, dueInWords(line), line.handDown && tallyInWords(line.handDown)];
  return (
    <Row
      brief
      title={`${line.task.number}．${line.task.mainTask}`}
      about={about.filter(Boolean).join(' · ')}
      to={withQuery('/pages/tasks/line/index', { id: line.id })}
      foot={
        <>
          <ProgressBar percent={line.percent} />
          <Flow>
            <StateTag status={line.status} />
            <TimeTag line={line} />
            <PeriodTag line={line} />
            {waiting ? (
              <Tag tone="amber" icon="cloud-off">
                有内容未送达
              </Tag>
            ) : (
              <WaitingTag line={line} />
            )}
            {hasDraft ? <DraftTag dueOn={line.dueOn} /> : null}
          </Flow>
        </>
      }
    />
  );
}
