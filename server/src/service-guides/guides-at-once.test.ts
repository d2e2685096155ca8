import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Answer } from '../../../test/support/county.ts';
import { CHECKS, GuideCounty } from '../../../test/support/guide-county.ts';

let here: GuideCounty;
beforeAll(async () => {
  here = await GuideCounty.start();
  for (const person of ['department-lead', 'supervisor']) await here.as(person, 'GET', '/sessions/current');
});
afterAll(() => here.county.close());

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const PUBLISHED = { outcome: 'published', ...CHECKS };

describe('what two people do to one guide at the same instant', () => {
  it('takes one of two reviews, and one version is public', async () => {
    const { body } = await here.add();
    await here.propose(body.id, 1);
    const answers = await Promise.all([
      here.review(body.id, 2, PUBLISHED, 'department-lead'),
      here.review(body.id, 2, PUBLISHED, 'supervisor'),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    const { body: versions } = await here.anybody(`/service-guides/${body.id}/versions`);
    expect(versions.items).toHaveLength(1);
  });

  it('takes one of a review that lets it out and one that sends it back', async () => {
    const { body } = await here.add();
    await here.propose(body.id, 1);
    const answers = await Promise.all([
      here.review(body.id, 2, PUBLISHED, 'department-lead'),
      here.review(body.id, 2, { outcome: 'declined', reason: '材料写得不全' }, 'supervisor'),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    const { state, revision } = answers.find(({ status }) => status === 201)!.body;
    const { body: now } = await here.as('department-lead', 'GET', `/service-guides/${body.id}`);
    expect([now.state, now.revision]).toEqual([state, revision]);
  });

  it('takes one of two wordings, and a wording sent twice at once for one', async () => {
    const { body } = await here.add();
    const two = ['给爷爷办优待证', '给奶奶办优待证'].map((plainTitle) => here.change(body.id, 1, { plainTitle }));
    expect(statuses(await Promise.all(two))).toEqual([201, 409]);
    const id = newId();
    const same = () => here.change(body.id, 2, { plainTitle: '给爸妈办优待证' }, { id });
    expect(statuses(await Promise.all([same(), same(), same()]))).toEqual([200, 200, 201]);
  });

  it('never publishes the wording a review did not read', async () => {
    const { body } = await here.add();
    await here.propose(body.id, 1);
    const [reviewed, changed] = await Promise.all([
      here.review(body.id, 2, PUBLISHED),
      here.change(body.id, 2, { plainTitle: '没有人看过的说法' }),
    ]);
    expect(statuses([reviewed, changed])).toEqual([201, 409]);
    const { body: now } = await here.anybody(`/service-guides/${body.id}`);
    expect(now.content?.plainTitle).not.toBe('没有人看过的说法');
  });

  it('takes one new guide sent three times at once for one, and refuses other words under its id', async () => {
    const id = newId();
    const send = () => here.add({}, { id });
    expect(statuses(await Promise.all([send(), send(), send()]))).toEqual([200, 200, 201]);
    expect((await here.add({ plainTitle: '另一份指南' }, { id })).body.code).toBe('id-taken');
  });
});
