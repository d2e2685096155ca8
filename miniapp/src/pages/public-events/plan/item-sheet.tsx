import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { EventKind } from '@county/shared/public-events/event-content';
import {
  addEventPlanItem,
  changeEventPlanItem,
  dropEventPlanItem,
} from '@county/shared/public-events/event-desk-routes';
import { EventPlanItemChange, NewEventPlanItem, type EventPlanItem } from '@county/shared/public-events/event-plan';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { manageEventPage, writePlannedEventPage } from '../../../navigation/event-pages';
import { newId } from '../../../platform/ids';
import { goTo } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm, Sheet } from '../../../ui/dialog';
import { Field, Select } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { OneUnit } from '../../service-guides/one-unit';
import type { ChosenUnit } from '../../tasks/unit-picker';

interface Props {
  year: number;
  /** Null for a new one. */
  item: EventPlanItem | null;
  onClose(): void;
  onDone(): void;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: `${at + 1}`, label: `${at + 1} 月` }));
const KINDS = EventKind.options.map((kind) => ({ value: kind, label: EVENT_KIND_LABELS[kind] }));

/** One thing of a unit's year: begun, changed, or taken out while nothing came of it. */
export function ItemSheet({ year, item, onClose, onDone }: Props) {
  const staff = useStaff()!;
  const [id, setId] = useState(newId);
  const [month, setMonth] = useState(item ? `${item.month}` : '');
  const [kind, setKind] = useState<string>(item?.kind ?? 'open-day');
  const [theme, setTheme] = useState(item?.theme ?? '');
  const own = staff.unitId && staff.unitName ? { unitId: staff.unitId, unitName: staff.unitName } : null;
  const [unit, setUnit] = useState<ChosenUnit | null>(item ?? own);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  /** Other words are another saving, not a repeat of the last. */
  const anew = (change: () => void) => {
    setId(newId());
    change();
  };
  const finish = (answer: { ok: true } | { ok: false; failure: Failure }, words: string) => {
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      return;
    }
    toast(words);
    onDone();
  };
  const save = async () => {
    const said = { id, month: month ? Number(month) : undefined, kind, theme };
    setFailure(undefined);
    const checked = item
      ? checkInput(EventPlanItemChange, { ...said, onVersion: item.version })
      : checkInput(NewEventPlanItem, { ...said, unitId: unit?.unitId, year });
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const body = checked.value;
    finish(
      item
        ? await call(changeEventPlanItem, { params: { itemId: item.id }, body: body as EventPlanItemChange })
        : await call(addEventPlanItem, { body: body as NewEventPlanItem }),
      '已保存到年度计划',
    );
  };
  const drop = async () => {
    if (!item) return;
    if (!(await confirm({ title: '从计划里去掉这一项？', words: item.theme, yes: '去掉', danger: true }))) return;
    setBusy(true);
    const request = { params: { itemId: item.id }, body: { onVersion: item.version } };
    finish(await call(dropEventPlanItem, request), '已去掉');
  };
  return (
    <Sheet
      title={item ? '改这一项计划' : `${year} 年加一项计划`}
      onClose={onClose}
      actions={
        <>
          {item && item.eventId === null ? (
            <Button kind="danger" busy={busy} onPress={() => void drop()}>
              去掉
            </Button>
          ) : null}
          <Button kind="primary" busy={busy} onPress={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Stack>
        {item ? <TowardsNotice item={item} /> : null}
        <FailureNotice failure={failure} />
        <Select
          label="月份"
          options={MONTHS}
          value={month}
          onChange={(chosen) => anew(() => setMonth(chosen))}
          error={issueAt(issues, 'month')}
        />
        <Select
          label="类型"
          options={KINDS}
          value={kind}
          onChange={(chosen) => anew(() => setKind(chosen))}
          error={issueAt(issues, 'kind')}
        />
        <Field
          label="主题"
          hint="例如 走进自来水厂"
          maxLength={60}
          value={theme}
          onChange={(said) => anew(() => setTheme(said))}
          error={issueAt(issues, 'theme')}
        />
        {item || staff.role === 'officer' ? null : (
          <OneUnit
            label="哪个单位办"
            unit={unit}
            onChange={(chosen) => anew(() => setUnit(chosen))}
            error={issueAt(issues, 'unitId')}
          />
        )}
      </Stack>
    </Sheet>
  );
}

/** From the plan to its notice: begun with what the plan says, or the one that is being written. */
function TowardsNotice({ item }: { item: EventPlanItem }) {
  const to = item.eventId === null ? writePlannedEventPage(item) : manageEventPage(item.eventId);
  return (
    <Button icon="megaphone" wide href={to} onPress={() => void goTo(to)}>
      {item.eventId === null ? '写这次活动的通知' : '看起草的通知'}
    </Button>
  );
}
