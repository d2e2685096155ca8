import { dueDayInWords, type Day } from '@county/shared/calendar/day';
import { draftStanding } from '@county/shared/tasks/lines/draft-rules';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { discardDraft, draftsOf } from '../api/drafts';
import { useStaff } from '../api/session';
import { today } from '../platform/clock';
import { goTo, withQuery } from '../platform/navigation';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface KeptReport {
  title?: string;
  dueOn?: Day | null;
  note?: string;
}

/** The report drafts on this device; read anew each time the page comes into sight. */
export function useReportDrafts() {
  const staff = useStaff();
  const read = () => (staff ? draftsOf<KeptReport>(staff.personId, 'report') : []);
  const [drafts, setDrafts] = useState(read);
  useDidShow(() => setDrafts(read()));
  const discard = (of: string) => {
    discardDraft(staff?.personId, `report:${of}`);
    setDrafts(read());
  };
  return { drafts, discard };
}

export const openDraft = (of: string) => goTo(withQuery('/pages/tasks/report/index', { id: of }));

/** Says loudly which drafts near or past their day were never sent. */
export function PressingDrafts() {
  const { drafts } = useReportDrafts();
  const pressing = drafts.filter(({ value }) => draftStanding(value.dueOn ?? null, today()) !== 'quiet');
  const [first] = pressing;
  if (!first) return null;
  return (
    <Notice
      kind="warn"
      title={pressing.length > 1 ? `${pressing.length} 份草稿还没有上报` : '有一份草稿还没有上报'}
      action={
        <Button icon="pencil" onPress={() => void openDraft(first.of)}>
          继续填写并提交
        </Button>
      }
    >
      {`“${(first.value.title ?? '填报').slice(0, 24)}”${whenDue(first.value.dueOn)}。草稿只存在这台设备上，提交后才算上报。`}
    </Notice>
  );
}

/** `时限 11月30日 周一（还有 3 天）`: how the line of a draft stands today. */
export function whenDue(dueOn: Day | null | undefined): string {
  return dueOn ? `时限 ${dueDayInWords(dueOn, today())}` : '';
}
