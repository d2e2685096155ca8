import { v7 as newId } from 'uuid';
import type { HandbookContent } from '@county/shared/service-guides/handbook';
import type { GuideContent } from '@county/shared/service-guides/service-guide';
import { startCounty, type Answer, type County, type CountyOptions } from './county.ts';

export const CHECKS = { secrecyCheck: '不涉及秘密', personalDataCheck: '只有办公电话' };
const PUBLISHED = { outcome: 'published', ...CHECKS };

/** A county whose units write guides, and what they and the residents say to the server. */
export class GuideCounty {
  private tokens: Record<string, string> = {};

  private constructor(
    readonly county: County,
    /** Of 县行政审批局, whose guides these are. */
    readonly bureauId: string,
    readonly townshipId: string,
    readonly villageId: string,
  ) {}

  static async start(options: CountyOptions = {}): Promise<GuideCounty> {
    const county = await startCounty(options);
    const unitOf = async (person: string) => {
      const token = await county.signIn(person);
      return (await county.ask('GET', '/sessions/current', { token })).body.actor.unitId as string;
    };
    const units = ['department-officer', 'township-officer', 'village-officer'].map(unitOf);
    const [bureauId, townshipId, villageId] = await Promise.all(units);
    return new GuideCounty(county, bureauId!, townshipId!, villageId!);
  }

  async as(person: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const token = (this.tokens[person] ??= await this.county.signIn(person));
    return this.county.ask(method, path, { token, body });
  }

  /** Another time; nobody is signed in any more. */
  setClock(now: string): void {
    this.county.clock.set(now);
    this.tokens = {};
  }

  /** Some seconds on: what is kept for a few seconds is asked for anew under another address. */
  anybody(path: string): Promise<Answer> {
    const [at, query = ''] = path.split('?');
    return this.county.ask('GET', `/public${at}?${query}${query ? '&' : ''}limit=${(this.asked += 1)}`);
  }
  private asked = 40;

  content(over: Partial<GuideContent> = {}): GuideContent {
    return { ...guideContent(this.bureauId), ...over };
  }

  add(over: Partial<GuideContent> = {}, more: object = {}, person = 'department-officer'): Promise<Answer> {
    const body = { id: newId(), unitId: this.bureauId, content: this.content(over), reviewOn: '2027-06-30', ...more };
    return this.as(person, 'POST', '/service-guides', body);
  }

  change(guideId: string, onRevision: number, over: Partial<GuideContent> = {}, more: object = {}): Promise<Answer> {
    const body = { id: newId(), onRevision, content: this.content(over), reviewOn: '2027-06-30', ...more };
    return this.as('department-officer', 'POST', `/service-guides/${guideId}/changes`, body);
  }

  propose(guideId: string, onRevision: number, person = 'department-officer'): Promise<Answer> {
    return this.as(person, 'POST', `/service-guides/${guideId}/proposals`, { onRevision });
  }

  review(guideId: string, onRevision: number, review: object = PUBLISHED, person = 'department-lead'): Promise<Answer> {
    return this.as(person, 'POST', `/service-guides/${guideId}/reviews`, { onRevision, review });
  }

  check(guideId: string, onRevision: number, reviewOn: string, person = 'department-officer'): Promise<Answer> {
    return this.as(person, 'POST', `/service-guides/${guideId}/checks`, { onRevision, reviewOn });
  }

  withdraw(guideId: string, reason = '法规已废止', person = 'department-lead'): Promise<Answer> {
    return this.as(person, 'POST', `/service-guides/${guideId}/withdrawals`, { reason });
  }

  /** A guide everybody may read; answers it as its unit sees it. */
  async published(over: Partial<GuideContent> = {}) {
    const { body } = await this.add(over);
    await this.propose(body.id, 1);
    return expectDone(await this.review(body.id, 2));
  }

  /** Another wording of a public guide, let out too. */
  async publishedAnew(guideId: string, onRevision: number, over: Partial<GuideContent>, more: object = {}) {
    expectDone(await this.change(guideId, onRevision, over, more));
    expectDone(await this.propose(guideId, onRevision + 1));
    return expectDone(await this.review(guideId, onRevision + 2));
  }

  handbook(steps: HandbookContent['steps']): HandbookContent {
    return { title: '孩子出生一本通', matter: '孩子出生了', intro: '', steps, submittedOnce: ['出生医学证明'] };
  }
}

function expectDone({ status, body }: Answer) {
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

const PAPER = { form: 'original', count: 1, source: 'own', sourceWords: '', note: '', sampleId: null } as const;

export function guideContent(unitId: string): GuideContent {
  return {
    title: '老年人优待证办理',
    plainTitle: '给老人办优待证',
    everydayWords: ['老年证', '敬老卡'],
    kind: 'public-service',
    audience: 'people',
    basis: ['《中华人民共和国老年人权益保障法》第五十三条'],
    acceptingUnitId: unitId,
    decidingUnitId: null,
    conditions: ['年满 60 周岁，户籍在本县'],
    materials: [
      { ...PAPER, key: 'id', name: '居民身份证', needed: 'always' },
      { ...PAPER, key: 'proxy', name: '代办人身份证', needed: 'by-answers' },
    ],
    steps: [{ name: '到窗口', words: '交材料，当场领证' }],
    limits: { statutoryDays: 10, promisedDays: 3 },
    fee: { isCharged: false },
    onlineUrl: null,
    questions: [{ question: '能让儿女代办吗？', answer: '能，带上代办人的身份证。' }],
    mistakes: [],
    contact: { name: '孟文静', post: '窗口工作人员', phone: '0800-5501234' },
    tree: {
      questions: [
        {
          key: 'who',
          question: '您自己来办，还是替家里老人办？',
          options: [
            { key: 'self', label: '自己来', materialKeys: [], note: '', nextKey: null, stop: null },
            { key: 'other', label: '替老人办', materialKeys: ['proxy'], note: '', nextKey: null, stop: null },
          ],
        },
      ],
    },
  };
}
