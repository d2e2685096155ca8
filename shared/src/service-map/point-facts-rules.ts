import { addDays, daysBetween, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { FieldIssue } from '../http/problem.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { personalDataIssue } from '../tasks/public/personal-data-scan.ts';
import { hoursOn } from './opening-days.ts';
import type { OpeningException, OpeningHours } from './opening-hours.ts';
import { isInBox, type Place, type Position, type ViewBox } from './position.ts';
import type { PointFacts } from './service-point.ts';

type Path = FieldIssue['path'];

/** What is wrong with facts whose fields are each well formed. */
export function factIssues(facts: PointFacts): FieldIssue[] {
  const ids = facts.windows.map(({ id }) => id);
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [issue(['windows', index], '两个窗口是同一个编号，请删去一个重新添加')] : [],
    ),
    ...wordsOf(facts).flatMap(([path, words]) => personalDataIssue(path, words)),
  ];
}

/** A place outside the county is a slip of the pen or of the system it was taken in (rules M1). */
export function positionIssue(position: Position, place: Place, box: ViewBox): FieldIssue | undefined {
  if (isInBox(box, place)) return undefined;
  const isTurned = isInBox(box, { longitude: position.latitude, latitude: position.longitude });
  const advice = isTurned ? '经度和纬度像是写反了' : '请检查经纬度，以及坐标系有没有选对';
  return issue(['position'], `位置不在本县范围内，${advice}`);
}

/** Everything written freely, with where it stands; the phone is the office's, nobody's own. */
function wordsOf({ hours, windows, staff, accessibility, languages, ...facts }: PointFacts): [Path, string][] {
  return [
    [['name'], facts.name],
    [['phone'], facts.phone ?? ''],
    [['address'], facts.address],
    [['landmark'], facts.landmark],
    [['queueHint'], facts.queueHint],
    [['accessibility', 'words'], accessibility.words],
    ...languages.map((words, index): [Path, string] => [['languages', index], words]),
    ...staff.flatMap(({ name, duty }, index): [Path, string][] => [
      [['staff', index, 'name'], name],
      [['staff', index, 'duty'], duty],
    ]),
    ...reasonsOf(hours, ['hours']),
    ...windows.flatMap(({ name, services, hours: own }, index): [Path, string][] => [
      [['windows', index, 'name'], name],
      ...services.map(({ words }, at): [Path, string] => [['windows', index, 'services', at, 'words'], words]),
      ...reasonsOf(own, ['windows', index, 'hours']),
    ]),
  ];
}

const reasonsOf = (hours: OpeningHours | null, path: Path): [Path, string][] =>
  hours?.exceptions.map(({ reason }, index) => [[...path, 'exceptions', index, 'reason'], reason]) ?? [];

const issue = (path: Path, message: string): FieldIssue => ({ path, message });

/** A point closed for longer is taken off the map. */
const LONGEST_CLOSURE_DAYS = 366;

/** Days that are over cannot be closed, nor hours nobody has written down. */
export function canClose(
  { hours }: Pick<PointFacts, 'hours'>,
  { from, to }: { from: Day; to: Day },
  today: Day,
): Verdict {
  if (!hours) return refused('wrong-state', '还没有填开放时间，请先填好再登记停办');
  if (from > to) return refused('wrong-state', '截止日期不能早于起始日期');
  if (daysBetween(from, to) >= LONGEST_CLOSURE_DAYS)
    return refused('wrong-state', '停办最长一年；不再办了，请改用“撤下”');
  if (to < today) return refused('wrong-state', `截止日期 ${to} 已经过去，请检查日期`);
  return allowed;
}

/** The facts with the point and all its windows closed for some days; what is over goes, what it covers too. */
export function withClosure(facts: PointFacts, { from, to, reason }: Omit<OpeningException, 'spans'>, today: Day) {
  const closed = (hours: OpeningHours): OpeningHours => {
    const others = hours.exceptions.filter((one) => one.to >= today && !(one.from >= from && one.to <= to));
    return { ...hours, exceptions: [...others, { from, to, spans: [], reason }] };
  };
  return {
    ...facts,
    hours: facts.hours && closed(facts.hours),
    windows: facts.windows.map((window) => ({ ...window, hours: window.hours && closed(window.hours) })),
  };
}

/**
 * Whether one can go there instead on those days: no closure touches them, and it opens on one at least. Hours nobody
 * has written down may be any.
 */
export function staysOpen(
  { hours }: Pick<PointFacts, 'hours'>,
  { from, to }: { from: Day; to: Day },
  calendar: WorkingCalendar,
): boolean {
  if (!hours) return true;
  if (hours.exceptions.some((one) => !one.spans.length && one.from <= to && one.to >= from)) return false;
  for (let day = from; day <= to; day = addDays(day, 1)) if (hoursOn(hours, calendar, day).spans.length) return true;
  return false;
}
