import { expect } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import type { ListedAssignment } from '@county/shared/tasks/task-views';
import type { Answer } from './county.ts';
import { startRemindedCounty, type RemindedCounty } from './reminded-county.ts';

const PEOPLE = {
  author: 'supervisor',
  other: 'supervisor-open-office',
  officer: 'village-officer',
  neighbour: 'second-village-officer',
  townLead: 'unit-lead',
  townOfficer: 'township-officer',
  stranger: 'department-lead',
  administrator: 'administrator',
  resident: 'resident',
} as const;

const VILLAGE = '青石镇石桥村';
/** Three lines, of which the demo has settled some. */
const OPEN_AGAIN = "UPDATE `assignment` SET `status` = 'in-progress', `completedOn` = NULL WHERE `id` IN (?, ?, ?)";

export type Somebody = keyof typeof PEOPLE;

/** A county in which 石桥村 is ordered to answer for its lines. */
export interface OrderedCounty extends RemindedCounty {
  /** The village's three lines, all open. */
  lines: ListedAssignment[];
  villageId: string;
  keyOf: typeof PEOPLE;
  as(who: Somebody, method: string, path: string, body?: object): Promise<Answer>;
  /** What a supervisor sends; about the village's first line, to be answered by 2026-12-02. */
  wording(over?: object): Record<string, unknown> & { id: string };
  issued(over?: object): Promise<SupervisionOrderView>;
  answered(over?: object): Promise<SupervisionOrderView>;
  read(orderId: string, who?: Somebody): Promise<SupervisionOrderView>;
}

export async function startOrderedCounty(): Promise<OrderedCounty> {
  const reminded = await startRemindedCounty();
  const { county } = reminded;
  const as: OrderedCounty['as'] = async (who, method, path, body) =>
    // Signed in anew each time: the clock goes on by days.
    county.ask(method, path, { token: await county.signIn(PEOPLE[who]), body });
  const { id: planId } = await county.planAtWork();
  const listed: ListedAssignment[] = (await as('officer', 'GET', `/assignments?limit=200&breakdownId=${planId}`)).body
    .items;
  const lines = listed.filter(({ unitName }) => unitName === VILLAGE);
  const ids = lines.map(({ id }) => id);
  await county.database.work((db) => db.query(OPEN_AGAIN, ids));
  const done = async (answer: Promise<Answer>): Promise<SupervisionOrderView> => {
    const { status, body } = await answer;
    expect([status, body.message]).toEqual([201, undefined]);
    return body;
  };
  const made: OrderedCounty = {
    ...reminded,
    lines,
    villageId: lines[0]!.unitId,
    keyOf: PEOPLE,
    as,
    wording: (over = {}) => ({
      id: newId(),
      toUnitId: lines[0]!.unitId,
      assignmentIds: [lines[0]!.id],
      title: '关于核实任务进展的督办单',
      reason: '抽查发现填报的内容与现场不符。',
      demand: '请逐项核实，写明问题和完成日期。',
      answerBy: '2026-12-02',
      ...over,
    }),
    issued: (over) => done(as('author', 'POST', '/supervision-orders', made.wording(over))),
    async answered(over) {
      const { id } = await made.issued(over);
      const answer = { id: newId(), words: '已逐项核实，月底前补齐。' };
      return done(as('officer', 'POST', `/supervision-orders/${id}/answers`, answer));
    },
    read: async (orderId, who = 'author') => (await as(who, 'GET', `/supervision-orders/${orderId}`)).body,
  };
  return made;
}
