import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { CIRCULAR_WORKING_DAYS, proposedWords } from '@county/shared/circulars/circular-rules';
import { listCircularCandidates } from '@county/shared/circulars/circular-routes';
import type { CircularCandidate } from '@county/shared/circulars/circular-views';
import { useState } from 'react';
import { useList } from '../../../api/use-list';
import { newId } from '../../../platform/ids';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Checks, Segmented } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { EmptyState } from '../../../ui/empty-state';
import { Stack } from '../../../ui/surface';
import type { DraftItem } from './draft-item';

const SINCE = [
  { value: String(CIRCULAR_WORKING_DAYS), label: '逾期较久' },
  { value: '0', label: '全部逾期' },
];

interface SheetProps {
  breakdownId: string;
  items: readonly DraftItem[];
  onClose(): void;
  onChosen(items: DraftItem[]): void;
}

/** Late lines to choose from, those of the draft ticked; what another circular has named is said beside it. */
export function CandidateSheet({ breakdownId, items, onClose, onChosen }: SheetProps) {
  const [workingDays, setWorkingDays] = useState(String(CIRCULAR_WORKING_DAYS));
  const list = useList(listCircularCandidates, {
    params: { breakdownId },
    query: { workingDays: Number(workingDays), limit: 200 },
  });
  const [unitName, setUnitName] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, DraftItem>>(
    () => new Map(items.map((item) => [item.assignmentId, item])),
  );
  const choose = (candidates: readonly CircularCandidate[], ids: readonly string[]) => {
    const shown = new Map(candidates.map((candidate) => [candidate.assignmentId, candidate]));
    const kept = [...chosen.values()].filter(
      ({ assignmentId }) => !shown.has(assignmentId) || ids.includes(assignmentId),
    );
    const added = ids.filter((id) => !chosen.has(id)).map((id) => itemOf(shown.get(id)!));
    setChosen(new Map([...kept, ...added].map((item) => [item.assignmentId, item])));
  };
  return (
    <Sheet
      title="选择逾期任务"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          wide
          disabledReason={chosen.size || items.length ? null : '请先勾选任务'}
          onPress={() => onChosen([...chosen.values()])}
        >
          {`列入 ${chosen.size} 项`}
        </Button>
      }
    >
      <Stack>
        <Segmented label="逾期多久" options={SINCE} value={workingDays} onChange={setWorkingDays} />
        <Field label="只看某个单位" optional hint="名称里的几个字" value={unitName} onChange={setUnitName} />
        <ListAnswer
          of={list}
          empty={
            <EmptyState icon="circle-check" title="没有这样的任务">
              {workingDays === '0' ? '这份计划没有逾期的任务。' : '可以看看“全部逾期”。'}
            </EmptyState>
          }
        >
          {(all) => {
            const candidates = all.filter((candidate) => candidate.unitName.includes(unitName.trim()));
            return (
              <Checks
                label="逾期任务"
                hint={hintOf(workingDays, candidates)}
                options={candidates.map((candidate) => ({
                  value: candidate.assignmentId,
                  label: titleOf(candidate),
                  about: aboutOf(candidate),
                }))}
                values={candidates.map(({ assignmentId }) => assignmentId).filter((id) => chosen.has(id))}
                onChange={(ids) => choose(candidates, ids)}
              />
            );
          }}
        </ListAnswer>
      </Stack>
    </Sheet>
  );
}

function hintOf(workingDays: string, candidates: readonly CircularCandidate[]): string {
  const count = candidates.length;
  if (!count) return '这些单位里没有，请换几个字';
  if (workingDays === '0') return `${count} 项`;
  const provisional = candidates.some(({ isProvisional }) => isProvisional) ? `（${PROVISIONAL_WORDS}）` : '';
  return `逾期 ${CIRCULAR_WORKING_DAYS} 个工作日以上${provisional}，${count} 项`;
}

const MOST_SIGNS = 40;
const brief = (words: string) => (words.length > MOST_SIGNS ? `${words.slice(0, MOST_SIGNS)}…` : words);

const titleOf = ({ unitName, taskNumber, mainTask }: CircularCandidate) =>
  `${unitName}：${taskNumber}．${brief(mainTask)}`;

const aboutOf = (candidate: CircularCandidate) =>
  [proposedWords(candidate), candidate.namedIn && `已在${candidate.namedIn}中通报过`].filter(Boolean).join('；');

const itemOf = (candidate: CircularCandidate): DraftItem => ({
  id: newId(),
  assignmentId: candidate.assignmentId,
  words: proposedWords(candidate),
  title: titleOf(candidate),
});
