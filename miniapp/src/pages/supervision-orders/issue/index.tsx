import { canIssueOrder } from '@county/shared/supervision-orders/order-rules';
import { listOrderChoices } from '@county/shared/supervision-orders/order-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { IssueForm } from './issue-form';
import { UnitChoice } from './unit-choice';

/** 下达督办单: to the unit of the line one comes from, or to one that is looked for. */
export default function IssuePage() {
  const { unitId: given = '', assignmentId } = useRouter().params;
  const staff = useStaff();
  const [unitId, setUnitId] = useState(given);
  if (!staff) return <SignInFirst title="下达督办单" />;
  const verdict = canIssueOrder(staff, unitId);
  return (
    <Page title="下达督办单" about="发给一个单位，写明事由、要求和答复期限；下达时编号，责任单位立即收到">
      {verdict.allowed ? null : (
        <Card>
          <EmptyState icon="lock" title="不能下达">
            {verdict.reason}
          </EmptyState>
        </Card>
      )}
      {given || staff.role !== 'supervisor' ? null : <UnitChoice unitId={unitId} onChange={setUnitId} />}
      {verdict.allowed && unitId ? <ToUnit key={unitId} unitId={unitId} assignmentId={assignmentId} /> : null}
    </Page>
  );
}

function ToUnit({ unitId, assignmentId }: { unitId: string; assignmentId: string | undefined }) {
  const choices = useCall(listOrderChoices, { params: { unitId }, query: { assignmentId } });
  return (
    <Answer of={choices} shape="words">
      {(found) =>
        found.lines.length ? (
          <IssueForm choices={found} assignmentId={assignmentId} />
        ) : (
          <Card>
            <EmptyState icon="list-checks" title={`${found.toUnitName}没有可以督办的任务`}>
              已销号、已撤销的任务不再督办。
            </EmptyState>
          </Card>
        )
      }
    </Answer>
  );
}
