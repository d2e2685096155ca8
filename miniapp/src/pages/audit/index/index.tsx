import { AuditKind, AUDIT_KIND_LABELS } from '@county/shared/audit/audit-acts';
import { exportAuditEntries, listAuditEntries } from '@county/shared/audit/audit-entry';
import { monthAfter, monthInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { TakeFile } from '../../../components/take-file';
import { today } from '../../../platform/clock';
import { opensEveryKind } from '../../../platform/files';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow } from '../../../ui/surface';
import { EntryRow } from './entry-row';

/** How far back the list of months goes. */
const MONTHS = 24;
const ANY = 'any';

interface Wanted {
  month: string;
  kind?: AuditKind | undefined;
  name?: string | undefined;
}

/** 操作日志: who did or looked at what, when and from where; for administrators, and changed by nobody. */
export default function AuditPage() {
  const staff = useStaff();
  const thisMonth = today().slice(0, 7);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<Wanted>({ month: thisMonth });
  const { month, kind } = wanted;
  const list = useList(listAuditEntries, staff ? { query: wanted } : null);
  if (!staff) return <SignInFirst title="操作日志" />;
  const months = Array.from({ length: MONTHS }, (_, back) => monthAfter(thisMonth, -back));
  const write = (words: string) => {
    setText(words);
    if (!words) setWanted({ ...wanted, name: undefined });
  };
  // Each look is recorded: not every letter is one. Whatever is chosen besides, the name in the field is looked for.
  const look = (part: Partial<Wanted> = {}) => setWanted({ ...wanted, name: text.trim() || undefined, ...part });
  return (
    <Page title="操作日志" about="只能看，谁也不能改；每次查看和下载也记在这里">
      <Card>
        <Flow>
          <SearchField label="按姓名找" value={text} onChange={write} onSearch={() => look()} maxLength={30} />
          <Select
            label="月份"
            options={months.map((value) => ({ value, label: monthInWords(value) }))}
            value={month}
            onChange={(value) => look({ month: value })}
          />
          <Select
            label="操作种类"
            options={[
              { value: ANY, label: '全部' },
              ...AuditKind.options.map((value) => ({ value, label: AUDIT_KIND_LABELS[value] })),
            ]}
            value={kind ?? ANY}
            onChange={(value) => look({ kind: AuditKind.options.find((option) => option === value) })}
          />
          <WholeMonth key={month} month={month} isAsked={staff.role === 'administrator'} />
        </Flow>
      </Card>
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="history" title="没有找到记录">
              换个月份、种类或姓名再看。
            </EmptyState>
          </Card>
        }
      >
        {(entries) => (
          <Card flush>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Page>
  );
}

/** Whatever is chosen besides: the seals can be checked of a whole month alone. */
function WholeMonth({ month, isAsked }: { month: string; isAsked: boolean }) {
  if (!isAsked) return null;
  if (!opensEveryKind) return <Box className="row-about">要下载整月的日志，请用电脑打开网页。</Box>;
  return (
    <TakeFile
      route={exportAuditEntries}
      request={{ query: { month } }}
      name={`操作日志 ${month}.csv`}
      words={`下载${monthInWords(month)}全部`}
    />
  );
}
