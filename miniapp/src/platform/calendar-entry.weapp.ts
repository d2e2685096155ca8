import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendar-entry-type';

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const HOUR = 3600;

/** Puts it into the phone's calendar, with a ring an hour before; false when the person did not allow it. */
export const addToCalendar: ((entry: CalendarEntry) => Promise<boolean>) | null = ({ title, place, words, from, to }) =>
  Taro.addPhoneCalendar({
    title,
    location: place,
    description: words,
    startTime: seconds(from),
    endTime: String(seconds(to)),
    alarm: true,
    alarmOffset: HOUR,
  }).then(
    () => true,
    () => false,
  );
