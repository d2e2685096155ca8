import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from './county.ts';

/** One unit's line of a finding, as the ledger lists it. */
export interface FindingLine {
  id: string;
  taskId: string;
  unitName: string;
  task: { number: number };
}

/** A county with an inspection's list of findings at work, and everybody who has a part in it signed in. */
export interface Inspection {
  county: County;
  planId: string;
  ask(method: string, path: string, who: string, body?: unknown): Promise<Answer>;
  /** Something done to a line, under a new id unless one is given. */
  post(line: FindingLine, what: string, who: string, body: object): Promise<Answer>;
  open(line: FindingLine, who?: string): Promise<Answer['body']>;
  lineOf(number: number, unit?: string): FindingLine;
}

const EVERYBODY = [
  'supervisor',
  'supervisor-open-office',
  'department-officer',
  'department-lead',
  'township-officer',
  'unit-lead',
  'other-township-officer',
  'resident',
];

/** The list as pasted text, its cells parted by tabs. */
export async function startInspection(table: string): Promise<Inspection> {
  const county = await startCounty();
  const tokens: Record<string, string> = {};
  for (const who of EVERYBODY) tokens[who] = await county.signIn(who);
  const ask: Inspection['ask'] = (method, path, who, body) => county.ask(method, path, { token: tokens[who], body });
  const { body: preview } = await ask('POST', '/task-breakdowns/previews/from-text', 'supervisor', { text: table });
  const confirmed = await ask('POST', '/task-breakdowns', 'supervisor', { previewId: preview.id });
  const planId = confirmed.body.id as string;
  const ledger = await ask('GET', `/task-breakdowns/${planId}/ledger?limit=50`, 'supervisor');
  const lines = ledger.body.items as FindingLine[];
  return {
    county,
    planId,
    ask,
    post: (line, what, who, body) => ask('POST', `/assignments/${line.id}/${what}`, who, { id: newId(), ...body }),
    open: async (line, who = 'supervisor') => (await ask('GET', `/assignments/${line.id}`, who)).body,
    lineOf(number, unit = '') {
      const line = lines.find(({ task, unitName }) => task.number === number && unitName.includes(unit));
      if (!line) throw new Error(`the list has no line ${number} ${unit}`);
      return line;
    },
  };
}

/** A refusal as a person hears it. */
export const told = ({ status, body }: Answer): [number, string | undefined] => [status, body.message];
