import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

const sealedPerson = {
  person: nullable(largeText),
  nameHash: nullable(text(64)),
  phoneHash: nullable(text(64)),
};

/** 上门服务: what is offered, requests, visits, the elder's cards. */
export class HomeVisits1764000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const service = {
      id: primary(),
      unitId: id,
      name: text(30),
      forWhom: text(100),
      needed: text(200),
      course: text(300),
      villageIds: json,
      version: integer,
      withdrawnReason: nullable(text(200)),
      said: text(64),
      lastChangeId: id,
      savedAt: instant,
    };
    await createTable(runner, 'home_visit_service', service, [
      { name: 'home_visit_service_unit', columnNames: ['unitId'] },
    ]);
    await requests(runner);
    await visits(runner);
    await cards(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['elder_card', 'home_visit', 'home_visit_step', 'home_visit_request', 'home_visit_service'])
      await runner.dropTable(name);
  }
}

async function requests(runner: QueryRunner): Promise<void> {
  const request = {
    id: primary(),
    number: text(6),
    serviceId: id,
    unitId: id,
    villageId: id,
    ...sealedPerson,
    suitableDays: json,
    dayPart: text(10),
    askedAs: text(20),
    askedBy: nullable(id),
    askedByName: nullable(text(60)),
    said: text(64),
    state: text(20),
    askedAt: instant,
    followUpOn: nullable(day),
    cardId: nullable(id),
    visitId: nullable(id),
    lastOn: day,
    erasedAt: nullable(instant),
  };
  await createTable(runner, 'home_visit_request', request, [
    { name: 'home_visit_request_number', columnNames: ['number'], isUnique: true },
    { name: 'home_visit_request_unit', columnNames: ['unitId', 'state', 'askedAt', 'id'] },
    { name: 'home_visit_request_asker', columnNames: ['askedBy', 'askedAt', 'id'] },
    { name: 'home_visit_request_card', columnNames: ['cardId'] },
    { name: 'home_visit_request_kept', columnNames: ['erasedAt', 'cardId', 'state', 'lastOn'] },
  ]);
  const step = {
    id: primary(),
    requestId: nullable(id),
    kind: text(20),
    at: instant,
    unitId: id,
    byId: nullable(id),
    byName: nullable(text(60)),
    words: nullable(text(300)),
    said: text(64),
  };
  await createTable(runner, 'home_visit_step', step, [
    { name: 'home_visit_step_request', columnNames: ['requestId', 'at'] },
  ]);
}

async function visits(runner: QueryRunner): Promise<void> {
  const visit = {
    id: primary(),
    unitId: id,
    day,
    requestId: nullable(id),
    cardId: nullable(id),
    assigneeId: id,
    position: integer,
    state: text(20),
    words: nullable(largeText),
    followUpOn: nullable(day),
    happenedAt: nullable(instant),
    isOrderedByHand: flag,
    remindedOn: nullable(day),
  };
  await createTable(runner, 'home_visit', visit, [
    { name: 'home_visit_plan', columnNames: ['unitId', 'day', 'assigneeId'] },
    { name: 'home_visit_reminding', columnNames: ['state', 'day', 'remindedOn'] },
    { name: 'home_visit_request_of', columnNames: ['requestId'] },
    { name: 'home_visit_card', columnNames: ['cardId', 'day'] },
  ]);
}

async function cards(runner: QueryRunner): Promise<void> {
  const card = {
    id: primary(),
    unitId: id,
    villageId: id,
    ...sealedPerson,
    consent: json,
    consentTakenBy: id,
    consentTakenByName: text(60),
    turn: nullable(json),
    dueOn: nullable(day),
    lastVisitedOn: nullable(day),
    visitId: nullable(id),
    version: integer,
    said: text(64),
    lastChangeId: id,
    addedAt: instant,
    withdrawalId: nullable(id),
    erasedAt: nullable(instant),
  };
  await createTable(runner, 'elder_card', card, [
    { name: 'elder_card_unit', columnNames: ['unitId', 'addedAt', 'id'] },
    { name: 'elder_card_due', columnNames: ['unitId', 'dueOn'] },
    { name: 'elder_card_name', columnNames: ['villageId', 'nameHash'] },
    { name: 'elder_card_phone', columnNames: ['villageId', 'phoneHash'] },
  ]);
}
