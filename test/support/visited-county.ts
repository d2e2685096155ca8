import { v7 as newId } from 'uuid';
import type { PublicHomeVisitService } from '@county/shared/appointments/home-visits/home-visit-service';
import type { HomeVisitView, VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import type { Answer, CountyOptions } from './county.ts';
import { MappedCounty } from './mapped-county.ts';

/** A county whose township helps at home, and what its people do about it. */
export class VisitedCounty {
  private constructor(readonly mapped: MappedCounty) {}

  static async start(options: CountyOptions = {}): Promise<VisitedCounty> {
    return new VisitedCounty(await MappedCounty.start(options));
  }

  at = (day: string, time?: string): void => this.mapped.at(day, time);
  as = (person: string, method: string, path: string, body?: object) => this.mapped.as(person, method, path, body);
  anybody = (method: string, path: string, body?: object): Promise<Answer> =>
    this.mapped.county.ask(method, path, { body });
  villageId = (name: string): Promise<string> => this.mapped.unitId(name);

  async service(name = '社保待遇资格认证上门', unitName = '青石镇'): Promise<PublicHomeVisitService> {
    const { body } = await this.anybody('GET', '/public/home-visit-services?limit=200');
    return body.items.find((one: PublicHomeVisitService) => one.name === name && one.unitName === unitName);
  }

  async asking(over: object = {}) {
    return {
      id: newId(),
      serviceId: (await this.service()).id,
      villageId: await this.villageId('青石镇石桥村'),
      name: '石大山',
      phone: '19900012345',
      landmark: '二组，晒坝旁边',
      wish: '养老金认证',
      suitableDays: [],
      dayPart: 'any',
      askedAs: 'self',
      noticeRead: true,
      ...over,
    };
  }

  /** A request that is there, and its id. */
  async asked(over: object = {}): Promise<string> {
    const asking = await this.asking(over);
    const { status, body } = await this.anybody('POST', '/public/home-visit-requests', asking);
    if (status !== 201) throw new Error(`the request was not taken: ${JSON.stringify(body)}`);
    return asking.id;
  }

  async accepted(over: object = {}): Promise<string> {
    const id = await this.asked(over);
    await this.accept(id);
    return id;
  }

  accept(id: string, over: object = {}, person = 'township-officer'): Promise<Answer> {
    return this.as(person, 'POST', `/home-visit-requests/${id}/acceptances`, { id: newId(), words: '', ...over });
  }

  async visitorId(name = '秦向阳', person = 'township-officer'): Promise<string> {
    const { body } = await this.as(person, 'GET', '/colleagues');
    return body.items.find((one: { name: string }) => one.name === name).personId;
  }

  /** Onto a day's plan; answers with the visit. */
  async planned(over: object, day = '2026-11-25', person = 'township-officer'): Promise<HomeVisitView> {
    const id = newId();
    const body = { id, day, assigneeId: await this.visitorId(), ...over };
    const { status, body: plan } = await this.as(person, 'POST', '/home-visits', body);
    if (status !== 201) throw new Error(`the visit was not planned: ${JSON.stringify(plan)}`);
    return (plan as VisitPlan).visits.find((visit) => visit.id === id)!;
  }

  tell(visitId: string, over: object = {}, person = 'township-officer'): Promise<Answer> {
    const happenedAt = this.mapped.county.clock.now();
    const body = { id: newId(), outcome: 'done', words: '', followUpOn: null, happenedAt, ...over };
    return this.as(person, 'POST', `/home-visits/${visitId}/results`, body);
  }

  async newCard(over: object = {}) {
    return {
      id: newId(),
      villageId: await this.villageId('青石镇石桥村'),
      name: '石老太',
      phone: null,
      phoneOf: 'family',
      landmark: '三组，老槐树下',
      needs: ['hearing'],
      consent: { by: 'self', way: 'spoken', on: '2026-11-25' },
      turn: { every: 1, unit: 'month', from: '2026-11-25' },
      requestId: null,
      isAnother: false,
      ...over,
    };
  }

  async card(over: object = {}): Promise<string> {
    const card = await this.newCard(over);
    const { status, body } = await this.as('township-officer', 'POST', '/elder-cards', card);
    if (status !== 201) throw new Error(`the card was not taken: ${JSON.stringify(body)}`);
    return card.id;
  }

  close(): Promise<void> {
    return this.mapped.close();
  }
}
