import { expect } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { CircularCandidate, CircularView } from '@county/shared/circulars/circular-views';
import type { Page } from '@county/shared/http/page';
import { startCounty, type Answer, type County } from './county.ts';

const PEOPLE = {
  author: 'supervisor',
  other: 'supervisor-open-office',
  head: 'supervision-lead',
  townLead: 'unit-lead',
  departmentLead: 'department-lead',
  villager: 'village-officer',
  otherTown: 'other-township-officer',
  resident: 'resident',
} as const;

/** A county in which every line that is not closed is two months late, and those who deal with that. */
export interface LateCounty {
  county: County;
  planId: string;
  tokens: Record<keyof typeof PEOPLE, string>;
  unitIds: ReadonlyMap<string, string>;
  candidates(query?: string): Promise<Page<CircularCandidate>>;
  /** A late line of the unit that no issued circular names; the `at`th of them. */
  lateLineOf(unitName: string, at?: number): Promise<CircularCandidate>;
  post(path: string, token: string, body: object): Promise<Answer>;
  read(circularId: string, token?: string): Promise<CircularView>;
  drafted(lines: Line[], over?: object): Promise<CircularView>;
  submitted(lines: Line[], over?: object): Promise<CircularView>;
  issued(lines: Line[], over?: object): Promise<CircularView>;
}

interface Line {
  assignmentId: string;
}

export const item = ({ assignmentId }: Line, words = '逾期两个月仍未办结') => ({ id: newId(), assignmentId, words });

export const wording = (items: ReturnType<typeof item>[], over: object = {}) => ({
  title: '关于部分任务逾期情况的通报',
  opening: '截至目前，下列任务已过完成时限。',
  closing: '请有关单位在十五个工作日内办结，并书面说明情况。',
  readers: 'named',
  items,
  ...over,
});

/** The autumn after the plan's year. */
export const LATE_NOW = '2027-09-06T01:00:00.000Z';

export async function startLateCounty(): Promise<LateCounty> {
  const county = await startCounty({ now: LATE_NOW });
  const tokens = {} as LateCounty['tokens'];
  for (const [part, person] of Object.entries(PEOPLE))
    tokens[part as keyof typeof PEOPLE] = await county.signIn(person);
  const planId = (await county.planAtWork()).id;
  await makeLate(county, planId);
  const unitIds = await unitsOf(county, tokens.author);
  const post = (path: string, token: string, body: object) => county.ask('POST', path, { token, body });
  const made = async (answer: Promise<Answer>): Promise<CircularView> => {
    const { status, body } = await answer;
    expect([status, body.message]).toEqual([201, undefined]);
    return body;
  };
  let serial = 100;
  const late: LateCounty = {
    county,
    planId,
    tokens,
    unitIds,
    post,
    async candidates(query = '') {
      const path = `/task-breakdowns/${planId}/circular-candidates${query}`;
      return (await county.ask('GET', path, { token: tokens.author })).body;
    },
    async lateLineOf(unitName, at = 0) {
      const { items } = await late.candidates(`?limit=200&unitId=${unitIds.get(unitName)}`);
      return items.filter(({ namedIn }) => namedIn === null)[at]!;
    },
    async read(circularId, token = tokens.author) {
      return (await county.ask('GET', `/circulars/${circularId}`, { token })).body;
    },
    drafted(lines, over = {}) {
      const items = lines.map((line) => item(line));
      return made(post('/circulars', tokens.author, { id: newId(), breakdownId: planId, ...wording(items, over) }));
    },
    async submitted(lines, over = {}) {
      const { id, version } = await late.drafted(lines, over);
      return made(post(`/circulars/${id}/submissions`, tokens.author, { version }));
    },
    async issued(lines, over = {}) {
      const { id, version } = await late.submitted(lines, over);
      const decision = { outcome: 'issued', version, documentNumber: `青政督〔2027〕${(serial += 1)}号` };
      return made(post(`/circulars/${id}/decisions`, tokens.head, decision));
    },
  };
  return late;
}

/** The demo's days lie around its first start. */
async function makeLate(county: County, planId: string): Promise<void> {
  const change =
    "UPDATE `assignment` SET `dueOn` = '2027-07-05', `status` = 'in-progress', `completedOn` = NULL WHERE `breakdownId` = ? AND `status` <> 'closed'";
  await county.database.work((db) => db.query(change, [planId]));
}

async function unitsOf(county: County, token: string): Promise<Map<string, string>> {
  const { body } = await county.ask('GET', '/org-units?limit=200', { token });
  return new Map(body.items.map(({ id, name }: { id: string; name: string }) => [name, id]));
}
