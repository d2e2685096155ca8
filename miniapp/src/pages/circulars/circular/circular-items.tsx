import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { canDecideObjection, canObject } from '@county/shared/circulars/circular-rules';
import type { CircularItemView, CircularView } from '@county/shared/circulars/circular-views';
import { OBJECTION_OUTCOME_LABELS } from '@county/shared/circulars/objection';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { DecideObjectionSheet, ObjectSheet } from './objection-sheets';

interface ItemsProps {
  circular: CircularView;
  onChanged(circular: CircularView): void;
}

/** Of an issued circular: each item's objection and its review, for those whom it concerns. */
export function CircularItems({ circular, onChanged }: ItemsProps) {
  const seen = new Set(circular.receipts.map(({ unitId }) => unitId));
  const items = circular.items.filter(({ unitId }) => seen.has(unitId));
  if (circular.state !== 'issued' || !items.length) return null;
  return (
    <Section title="异议与复核" about="有异议的单位自收到之日起三十日内提出，由没有参与起草、批准的督查员复核">
      {items.map((item) => (
        <OneItem key={item.id} circular={circular} item={item} onChanged={onChanged} />
      ))}
    </Section>
  );
}

function OneItem({ circular, item, onChanged }: ItemsProps & { item: CircularItemView }) {
  const staff = useStaff()!;
  const [open, setOpen] = useState<'object' | 'decide'>();
  const { objection, facts } = item;
  const until = circular.receipts.find(({ unitId }) => unitId === item.unitId)?.objectUntil ?? null;
  const objects = canObject(item.unitId, { until, isMade: objection !== null }, staff, today());
  const leads = staff.role === 'unit-lead' && staff.unitIds.includes(item.unitId);
  const decides = objection ? canDecideObjection(circular, objection, staff) : undefined;
  const done = (changed: CircularView) => {
    setOpen(undefined);
    onChanged(changed);
  };
  return (
    <Card>
      <Stack>
        <Box className="row-title">{`${facts.unitName}：${facts.taskNumber}．${facts.mainTask}`}</Box>
        {objection ? <Facts facts={factsOf(objection)} /> : <Box className="row-about">没有提出异议</Box>}
        <Flow>
          <Button kind="quiet" icon="file-text" href={withQuery('/pages/tasks/line/index', { id: item.assignmentId })}>
            看这项任务
          </Button>
          {!objection && leads ? (
            <Button
              icon="message-square-text"
              disabledReason={objects.allowed ? null : objects.reason}
              onPress={() => setOpen('object')}
            >
              提出异议
            </Button>
          ) : null}
          {objection && !objection.outcome && staff.role === 'supervisor' ? (
            <Button
              kind="primary"
              icon="badge-check"
              disabledReason={!decides || decides.allowed ? null : decides.reason}
              onPress={() => setOpen('decide')}
            >
              复核
            </Button>
          ) : null}
        </Flow>
      </Stack>
      {open === 'object' ? (
        <ObjectSheet circular={circular} item={item} onClose={() => setOpen(undefined)} onDone={done} />
      ) : null}
      {open === 'decide' && objection ? (
        <DecideObjectionSheet
          circular={circular}
          item={item}
          objection={objection}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      ) : null}
    </Card>
  );
}

function factsOf(objection: NonNullable<CircularItemView['objection']>) {
  const { reason, madeByName, madeAt, decideBy, provisional, outcome, decisionWords, decidedByName, decidedAt } =
    objection;
  const by = provisional ? `${decideBy}（${PROVISIONAL_WORDS}）` : decideBy;
  const review = outcome
    ? [
        { name: '复核', value: `${OBJECTION_OUTCOME_LABELS[outcome]}（${decidedByName}，${timeInWords(decidedAt!)}）` },
        { name: '意见', value: decisionWords },
      ]
    : [{ name: '复核', value: `等待复核，应在 ${by} 前作出` }];
  return [{ name: '异议', value: `${reason}（${madeByName}，${timeInWords(madeAt)}）` }, ...review];
}
