import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County, type CountyOptions } from './county.ts';

export const WORDS = '村里的便民窗口中午开不开门？';
export const WORDING = '便民窗口中午开不开门？';
export const ANSWER = '中午有人值班，十二点到两点也能办事。';
export const checks = { secrecyCheck: '不涉及秘密', personalDataCheck: '不含个人信息' };
const APPROVED = { outcome: 'published', ...checks };

/** A county whose residents ask about this year's public plan, and what they and the offices say to the server. */
export class AskingCounty {
  private tokens: Record<string, string> = {};

  private constructor(
    readonly county: County,
    /** Of this year's public plan. */
    readonly planId: string,
    private readonly taskIds: ReadonlyMap<number, string>,
    readonly bureauId: string,
  ) {}

  static async start(options: CountyOptions = {}): Promise<AskingCounty> {
    const county = await startCounty(options);
    const { body } = await county.ask('GET', '/public/task-breakdowns');
    const planId = body.items[0].id as string;
    const { items } = (await county.ask('GET', `/public/tasks?limit=200&breakdownId=${planId}`)).body;
    const token = await county.signIn('department-officer');
    const { unitId } = (await county.ask('GET', '/sessions/current', { token })).body.actor;
    const byNumber = items.map(({ number, id }: { number: number; id: string }) => [number, id] as const);
    return new AskingCounty(county, planId, new Map(byNumber), unitId);
  }

  task(number = 12): string {
    return this.taskIds.get(number)!;
  }

  async as(person: string, method: string, path: string, body?: object): Promise<Answer> {
    const token = (this.tokens[person] ??= await this.county.signIn(person));
    return this.county.ask(method, path, { token, body });
  }

  /** Another hour, so that what one test asks does not count in the next; nobody is signed in any more. */
  anHourLater(): void {
    const { clock } = this.county;
    clock.set(new Date(Date.parse(clock.now()) + 3_601_000).toISOString());
    this.tokens = {};
  }

  ask(over: object = {}, taskId = this.task()): Promise<Answer> {
    return this.county.ask('POST', `/public/tasks/${taskId}/questions`, {
      body: { id: newId(), words: WORDS, ...over },
    });
  }

  /** The question as its asker sees it again. */
  async again(id: string) {
    return (await this.county.ask('GET', `/public/task-questions/${id}`)).body;
  }

  async published(query = '', taskId = this.task()) {
    return (await this.county.ask('GET', `/public/tasks/${taskId}/questions${query}`)).body;
  }

  async listed(person: string, query = ''): Promise<{ id: string; askedAt: string; settledAt: string }[]> {
    return (await this.as(person, 'GET', `/task-questions?limit=200${query}`)).body.items;
  }

  refer(id: string, unitId: string, over: object = {}): Promise<Answer> {
    const body = { id: newId(), unitId, words: '请答复。', ...over };
    return this.as('supervisor', 'POST', `/task-questions/${id}/referrals`, body);
  }

  answer(person: string, id: string, over: object = {}): Promise<Answer> {
    const body = { id: newId(), publicWording: WORDING, answer: ANSWER, ...over };
    return this.as(person, 'POST', `/task-questions/${id}/answers`, body);
  }

  review(person: string, answerId: string, body: object = APPROVED): Promise<Answer> {
    return this.as(person, 'POST', `/task-answers/${answerId}/reviews`, body);
  }

  decline(person: string, id: string, over: object = {}): Promise<Answer> {
    const body = { id: newId(), reason: '与这项任务无关，请拨打 12345。', ...over };
    return this.as(person, 'POST', `/task-questions/${id}/refusals`, body);
  }

  /** A question that the bureau has, an hour later. */
  async atTheBureau(over: object = {}): Promise<string> {
    this.anHourLater();
    const { id } = (await this.ask(over)).body;
    const { status } = await this.refer(id, this.bureauId);
    if (status !== 201) throw new Error(`the question was not passed on: ${status}`);
    return id;
  }
}
