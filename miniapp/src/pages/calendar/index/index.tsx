import { previewCalendar, readCalendarYear } from '@county/shared/calendar-keeping/calendar-routes';
import type { CalendarPreview, ChangedCalendarYear, NoticeDay } from '@county/shared/calendar/calendar-year';
import type { Day } from '@county/shared/calendar/day';
import { PROVISIONAL_WORDS, yearOf } from '@county/shared/calendar/working-days';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Select } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Flow } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import './calendar.scss';
import { DaySheet } from './day-sheet';
import { Entering, type Entry } from './entering';
import { MovedCases } from './moved-cases';
import { NoticeSheet } from './notice-sheet';
import { YearView } from './year-view';

/** The first year of which the notice is kept. */
const FIRST_YEAR = 2021;

interface Draft extends Omit<Entry, 'days'> {
  text: string;
  /** Null while nothing is to be entered. */
  days: NoticeDay[] | null;
}

const nothing = (): Draft => ({ id: newId(), text: '', days: null, source: '', doubts: [] });

/** 工作日历: which days are off and which weekends are worked; administrators enter each year's notice here. */
export default function CalendarPage() {
  const { year: asked } = useRouter().params;
  const [year, setYear] = useState(() => Number(asked) || yearOf(today()));
  const last = yearOf(today()) + 1;
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => String(last - at));
  return (
    <Page title="工作日历" about="工作日期限都按它计算" wide>
      <Flow>
        <Select
          label="年份"
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
      </Flow>
      <OneYear key={year} year={year} />
    </Page>
  );
}

function OneYear({ year }: { year: number }) {
  const keeps = useStaff()?.role === 'administrator';
  const view = useCall(readCalendarYear, { params: { year } });
  const draft = useDraft<Draft>(`calendar:${year}`, nothing());
  const [preview, setPreview] = useState<CalendarPreview>();
  const [failure, setFailure] = useState<Failure>();
  const [open, setOpen] = useState<'notice' | Day>();
  const [done, setDone] = useState<ChangedCalendarYear>();
  const { days, text, ...entry } = draft.value;

  const look = async (wanted: NoticeDay[]) => {
    setPreview(undefined);
    setFailure(undefined);
    const answer = await call(previewCalendar, { body: { year, days: wanted } });
    if (answer.ok) setPreview(answer.reply);
    else setFailure(answer.failure);
  };
  // What was begun on this device earlier is looked at anew.
  useEffect(() => {
    if (keeps && days) void look(days);
  }, [keeps]);

  const begin = (part: Partial<Draft> & { days: NoticeDay[] }) => {
    setDone(undefined);
    setOpen(undefined);
    draft.change({ id: newId(), ...part });
  };
  const discard = async () => {
    if (!(await confirm({ title: '放弃还没有录入的安排？', yes: '放弃', danger: true }))) return;
    draft.discard();
  };

  return (
    <Answer of={view}>
      {(known) => {
        const shown = keeps && days ? days : known.days;
        const changeDay = (date: Day, to: NoticeDay | undefined) => {
          const others = shown.filter((one) => one.date !== date);
          const changed = to ? [...others, to].sort((a, b) => (a.date < b.date ? -1 : 1)) : others;
          begin({ days: changed, source: entry.source || (known.source ?? '') });
          void look(changed);
          toast('改了一天，还没有录入，请到上面核对');
        };
        return (
          <>
            {known.isKnown ? <Box className="row-about">{`依据：${known.source}`}</Box> : null}
            {known.isKnown || (keeps && days) ? null : (
              <Notice kind="warn" title={`${year} 年的放假安排还没有录入`}>
                {`涉及 ${year} 年的期限${PROVISIONAL_WORDS}。`}
              </Notice>
            )}
            {keeps ? (
              <Flow>
                <Button icon="file-text" onPress={() => setOpen('notice')}>
                  粘贴放假通知
                </Button>
              </Flow>
            ) : null}
            {keeps && days ? (
              <Entering
                known={known}
                entry={{ ...entry, days }}
                preview={preview}
                previewFailure={failure}
                onLook={() => void look(days)}
                onSource={(source) => draft.change({ source })}
                onDiscard={() => void discard()}
                onConflict={() => void view.reload()}
                onEntered={(changed) => {
                  draft.discard();
                  setDone(changed);
                  view.replace(changed);
                  toast(`${year} 年放假安排已录入`);
                }}
              />
            ) : null}
            {done ? (
              <>
                <Notice kind="success" title={`${year} 年放假安排已录入`} />
                <MovedCases moves={done.moves} moveCount={done.moveCount} done />
              </>
            ) : null}
            <YearView
              year={year}
              days={shown}
              daysByNext={known.daysByNext}
              onDay={keeps ? (day) => setOpen(day) : undefined}
            />
            {open === 'notice' ? (
              <NoticeSheet
                year={year}
                text={text}
                onText={(words) => draft.change({ text: words })}
                onClose={() => setOpen(undefined)}
                onRead={(read) => {
                  begin({ days: read.days, source: read.source ?? entry.source, doubts: read.remarks });
                  setPreview(read);
                  setFailure(undefined);
                }}
              />
            ) : open ? (
              <DaySheet
                key={open}
                day={open}
                now={shown.find(({ date }) => date === open)}
                onClose={() => setOpen(undefined)}
                onChange={(to) => changeDay(open, to)}
              />
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}
