import { v7 as newId } from 'uuid';
import { readHours, writeHours } from '@county/shared/service-map/hours-words';
import type { ServiceWindow } from '@county/shared/service-map/service-point';

const EXAMPLE = '1号窗口：社保卡办理、医保登记';

/** One window a line: 1号窗口【周一至周五 9:00-12:00】：社保卡办理、医保登记. */
export function writeWindows(windows: readonly ServiceWindow[]): string {
  return windows
    .map(({ name, hours, services }) => {
      const done = services.map(({ words }) => words).join('、');
      return `${name}${hours ? `【${writeHours(hours)}】` : ''}${done ? `：${done}` : ''}`;
    })
    .join('\n');
}

type ReadWindows = { windows: ServiceWindow[] } | { fault: string };

/** Windows keep their ids, and their services their guides, by what they are called. */
export function readWindows(text: string, before: readonly ServiceWindow[]): ReadWindows {
  const windows: ServiceWindow[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const [, name = '', hoursWords, done = ''] = /^([^【：:]+)(?:【([^】]*)】)?\s*(?:[：:](.*))?$/.exec(line) ?? [];
    if (!name.trim()) return { fault: `看不懂“${line.slice(0, 20)}”，一行写一个窗口，如：${EXAMPLE}` };
    const hours = hoursWords === undefined ? { hours: null } : readHours(hoursWords);
    if ('fault' in hours) return { fault: `${name.trim()}的时间：${hours.fault}` };
    const known = before.find((window) => window.name === name.trim());
    const services = done
      .split(/[、；;]/)
      .map((words) => words.trim())
      .filter(Boolean)
      .map((words) => ({ guideId: known?.services.find((one) => one.words === words)?.guideId ?? null, words }));
    windows.push({ id: known?.id ?? newId(), name: name.trim(), services, hours: hours.hours });
  }
  return { windows };
}
