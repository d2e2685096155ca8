import { listCorrections } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Stack } from '../../../ui/surface';
import { CorrectionCard } from './correction-card';

type Part = 'open' | 'settled';

const PARTS = [
  { value: 'open', label: '待处理' },
  { value: 'settled', label: '已处理' },
] as const;

/** What residents say is wrong about our points, the longest waiting first. */
export default function CorrectionsPage() {
  const staff = useStaff();
  const [part, setPart] = useState<Part>('open');
  const list = useList(listCorrections, staff ? { query: { part } } : null);
  if (!staff) return <SignInFirst title="群众纠错" />;
  return (
    <Page title="群众纠错" about="说得对的，改好再确认；说得不对的，回一句为什么。报告的人看得到答复">
      <Segmented<Part> label="待处理或已处理" options={PARTS} value={part} onChange={setPart} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="inbox" title={part === 'open' ? '没有待处理的纠错' : '还没有处理过纠错'}>
              群众在服务点页面报告信息有误后，出现在这里。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Stack>
            {items.map((correction) => (
              <CorrectionCard key={correction.id} correction={correction} onDone={() => void list.reload()} />
            ))}
          </Stack>
        )}
      </ListAnswer>
    </Page>
  );
}
