import { canChangeCircular } from '@county/shared/circulars/circular-rules';
import { readCircular } from '@county/shared/circulars/circular-routes';
import { listBreakdowns } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { CircularForm } from './circular-form';

/** 起草通报: a new one for a plan, or one begun earlier. */
export default function DraftPage() {
  const { id, breakdownId } = useRouter().params;
  const staff = useStaff();
  if (!staff) return <SignInFirst title="起草通报" />;
  return (
    <Page title="起草通报" about="列入逾期的任务，写明情况和要求，提交负责人批准">
      {id ? <Begun circularId={id} /> : <New breakdownId={breakdownId} />}
    </Page>
  );
}

function Begun({ circularId }: { circularId: string }) {
  const staff = useStaff()!;
  const circular = useCall(readCircular, { params: { circularId } });
  return (
    <Answer of={circular} shape="words">
      {(begun) => {
        const verdict = canChangeCircular(begun, staff);
        if (!verdict.allowed)
          return (
            <Card>
              <EmptyState icon="lock" title="这份通报不能修改">
                {verdict.reason}
              </EmptyState>
            </Card>
          );
        return <CircularForm key={begun.version} breakdownId={begun.breakdownId} title={begun.title} begun={begun} />;
      }}
    </Answer>
  );
}

function New({ breakdownId }: { breakdownId: string | undefined }) {
  const breakdowns = useList(listBreakdowns, { query: { limit: 200 } });
  const [chosenId, setChosenId] = useState(breakdownId ?? '');
  return (
    <Answer of={breakdowns}>
      {(all) => {
        const chosen = all.find(({ id }) => id === chosenId) ?? all[0];
        if (!chosen)
          return (
            <Card>
              <EmptyState icon="table-2" title="还没有任务分解表">
                先导入任务分解表，才有可以通报的任务。
              </EmptyState>
            </Card>
          );
        return (
          <>
            {all.length > 1 ? (
              <Card>
                <Select
                  label="针对哪份任务分解表"
                  options={all.map(({ id, title }) => ({ value: id, label: title }))}
                  value={chosen.id}
                  onChange={setChosenId}
                />
              </Card>
            ) : null}
            <CircularForm key={chosen.id} breakdownId={chosen.id} title="关于部分任务逾期情况的通报" />
          </>
        );
      }}
    </Answer>
  );
}
