import { useState } from 'react';
import { failureSentence } from '../api/failure';
import type { Answer } from '../api/wire';
import { addToCalendar } from '../platform/calendar-entry';
import type { CalendarEntry } from '../platform/calendar-entry-type';
import { openDocument } from '../platform/files';
import type { PickedFile } from '../platform/picked-file';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';

/** In WeChat an entry is one stretch of time; a file has as many as there are. */
export const isEntryByEntry = addToCalendar !== null;

interface ToCalendarProps {
  /** Which of several it is, on the button. */
  which?: string;
  entry: CalendarEntry;
  /** The same as an .ics file. */
  fetchFile(): Promise<Answer<PickedFile>>;
}

/** Into the phone's calendar: by WeChat, or on the web as a file that the calendar opens. */
export function ToCalendar({ which, entry, fetchFile }: ToCalendarProps) {
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    if (addToCalendar) {
      const added = await addToCalendar(entry);
      toast(added ? '已加入手机日历，提前 1 小时响铃' : '没有加进去：请在微信里允许使用日历');
    } else await openFile(await fetchFile());
    setBusy(false);
  };
  return (
    <Button icon="calendar-days" busy={busy} onPress={() => void add()}>
      {which ? `加入日历：${which}` : '加入日历'}
    </Button>
  );
}

async function openFile(file: Answer<PickedFile>): Promise<void> {
  if (!file.ok) return toast(failureSentence(file.failure), 'danger');
  await openDocument(file.reply);
  toast('打开下载的文件，就加进日历了');
}
