import type { NudgeSummary } from '@county/shared/nudges/nudge';
import { listNudges } from '@county/shared/nudges/nudge-routes';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Row } from '../../../ui/surface';

type Part = 'all' | 'own';

const PARTS = [
  { value: 'all', label: '全部' },
  { value: 'own', label: '我发的' },
] as const;

/** 催办记录, the newest first: of one plan when it was opened from there, else of all. */
export default function NudgeListPage() {
  const { breakdownId } = useRouter().params;
  const staff = useStaff();
  const [part, setPart] = useState<Part>('all');
  const list = useList(listNudges, staff ? { query: { part, breakdownId } } : null);
  if (!staff) return <SignInFirst title="催办记录" />;
  const sends = staff.role === 'supervisor' || staff.role === 'unit-lead';
  return (
    <Page title="催办记录" about={breakdownId ? '这份任务分解表的催办，新的在前' : '新的在前'}>
      {sends ? <Segmented<Part> label="全部或我发的" options={PARTS} value={part} onChange={setPart} /> : null}
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="bell" title="还没有催办">
              {sends ? '在台账里选任务，或打开一项任务，就可以催办。' : '催办本单位的任务后，出现在这里。'}
            </EmptyState>
          </Card>
        }
      >
        {(nudges) => (
          <Card flush>
            {nudges.map((nudge) => (
              <Row
                key={nudge.id}
                brief
                icon="bell"
                title={nudge.words}
                about={nudgeInBrief(nudge)}
                to={withQuery('/pages/nudges/nudge/index', { id: nudge.id })}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

function nudgeInBrief({ sentAt, fromUnitName, byName, lineCount, unitCount, unitName }: NudgeSummary): string {
  const whom = unitName ?? `${unitCount} 个单位`;
  return `${timeInWords(sentAt)} · ${fromUnitName}${byName} · ${whom}，${lineCount} 项任务`;
}
