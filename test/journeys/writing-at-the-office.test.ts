import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { CHECKS, guideContent } from '../support/guide-county.ts';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

/** A public reply may be handed out again for five seconds. */
const PUBLIC_REPLIES_LAST = 6_000;
const MATTER = '回乡开小吃店';
const NEW_TREE_QUESTION = '谁去窗口？';
/** A white dot: the smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

describe('what offices write for residents', () => {
  const at = countyInBrowser();
  let guideId: string;

  const opens = (whose: Page, path: string) => whose.goto(`${at.county.url}${path}`);
  const group = (whose: Page | Locator, name: string | RegExp) =>
    whose.getByRole('group', { name, exact: true }).filter({ visible: true });
  const yes = (whose: Page, words: string) =>
    whose.getByRole('dialog').filter({ visible: true }).getByRole('button', { name: words }).click();
  const as = async (person: string, method: string, path: string, body: unknown) => {
    const answer = await at.county.ask(method, path, { token: await at.county.signIn(person), body });
    expect(answer.status).toBeLessThan(300);
    return answer.body;
  };
  const letsOut = async (page: Page) => {
    await page.getByLabel('保密审查意见').fill('不涉及秘密');
    await page.getByLabel('个人信息审查意见').fill('只有窗口电话');
    await presses(page, '审查通过，公开');
  };

  beforeAll(async () => {
    const token = await at.county.signIn('department-officer');
    const { actor } = (await at.county.ask('GET', '/sessions/current', { token })).body;
    guideId = newId();
    const content = { ...guideContent(actor.unitId), plainTitle: '办敬老卡', tree: null };
    const body = { id: guideId, unitId: actor.unitId, reviewOn: '2027-06-30' };
    const materials = content.materials.slice(0, 1);
    await as('department-officer', 'POST', '/service-guides', { ...body, content: { ...content, materials } });
    await as('department-officer', 'POST', `/service-guides/${guideId}/proposals`, { onRevision: 1 });
    const review = { outcome: 'published', ...CHECKS };
    await as('department-lead', 'POST', `/service-guides/${guideId}/reviews`, { onRevision: 2, review });
  });

  describe('a handbook', () => {
    let officer: Page;
    afterAll(() => officer?.context().close());

    it('is begun, thrown away after a question, and begun again', async () => {
      officer = await openAs(at, '孟文静', PHONE);
      await opens(officer, '/pages/service-guides/handbooks/index');
      await presses(officer, '写一份一本通');
      await officer.getByLabel('人生大事').fill('写错的');
      await sees(officer, /已自动存在这台设备上（/);
      await presses(officer, '保存并提交审查');
      await sees(officer, /还有 \d+ 处要改/);
      await presses(officer, '放弃修改');
      await yes(officer, '放弃');
      await sees(officer, '写下的内容会自动存在这台设备上');
      await soon(async () => expect(await officer.getByLabel('人生大事').inputValue()).toBe(''));
      await gone(officer.getByText('放弃修改'));
      await gone(officer.getByText(/处要改/));
    });

    it('is written from public guides in order, and let out by another person', async () => {
      await officer.getByLabel('人生大事').fill(MATTER);
      await officer.getByLabel('一本通名称').fill('开小吃店一本通');
      await officer.getByLabel('只交一次的材料').fill('居民身份证');
      for (const [step, plainTitle] of [
        ['步骤第 1 步', '办个体户执照'],
        ['步骤第 2 步', '小餐饮备案'],
      ] as const) {
        const field = group(officer, step).getByLabel('办事指南');
        const list = await field.getAttribute('list');
        const offered = officer.locator(`[id="${list}"] option[value^="${plainTitle}（"]`);
        await field.fill((await offered.getAttribute('value'))!);
      }
      await group(officer, '步骤第 2 步').getByText('可与上一步同时办').click();
      await presses(officer, '保存并提交审查');
      await sees(officer, '待审查');
      await sees(officer, /由本单位或上级单位的负责人、督查员审查/);

      const lead = await openAs(at, '贺敏', PHONE);
      await opens(lead, '/pages/service-guides/handbooks/index');
      await presses(lead, '开小吃店一本通');
      await sees(lead, /2\. 小餐饮备案（可与上一步同时办）/);
      await letsOut(lead);
      await presses(lead, '看群众看到的');
      await sees(lead, '这 2 件可以同时办，不分先后');
      await lead.context().close();

      const resident = await openAs(at, null, PHONE);
      await opens(resident, '/tabs/affairs/index');
      await presses(resident, MATTER);
      await sees(resident, '这 2 件可以同时办，不分先后');
      await sees(resident, '居民身份证');
      await resident.context().close();
    });
  });

  describe('a guide', () => {
    it('gets a picture of its paper and a few questions, built at a desk', async () => {
      const officer = await openAs(at, '孟文静', DESK);
      await opens(officer, `/pages/service-guides/review/index?id=${guideId}`);
      await presses(officer, '修改，写新的一版');
      await presses(officer, '三、申请资料');
      const [chooser] = await Promise.all([
        officer.waitForEvent('filechooser'),
        group(officer, '材料第 1 样').getByRole('button', { name: '拍一张或选一张' }).click(),
      ]);
      await chooser.setFiles({ name: '样例.png', mimeType: 'image/png', buffer: PICTURE });
      await sees(officer, '换一张');
      await presses(officer, '加一样材料');
      const proxy = group(officer, '材料第 2 样');
      await proxy.getByLabel('材料名称').fill('代办人身份证');
      await proxy.getByText('看情况才要').click();
      await presses(officer, '三、申请资料');

      await presses(officer, '七、几个问题，得出群众的清单');
      await presses(officer, '加一个问题');
      await officer.getByRole('textbox', { name: /^问题/ }).filter({ visible: true }).fill(NEW_TREE_QUESTION);
      await group(officer, '选项第 1 个').getByRole('textbox', { name: '选项' }).fill('本人去');
      await presses(officer, '保存并提交审查');
      await sees(officer, /还有 \d+ 处要改/);
      const other = group(officer, '选项第 2 个');
      await other.getByRole('textbox', { name: '选项' }).fill('请人代办');
      await other.getByText('代办人身份证').click();
      await presses(officer, '保存并提交审查');
      await sees(officer, '待审查');
      await officer.context().close();

      const lead = await openAs(at, '贺敏', PHONE);
      await opens(lead, `/pages/service-guides/review/index?id=${guideId}`);
      await letsOut(lead);
      await sees(lead, /^第 2 版，\S+ /);
      await lead.context().close();
    });

    it('gives the resident the list the questions lead to, with the picture', async () => {
      const resident = await openAs(at, null, PHONE);
      await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
      await opens(resident, `/pages/service-guides/guide/index?id=${guideId}`);
      const sample = resident.getByRole('img', { name: '居民身份证的样例' });
      await sample.waitFor();
      const address = new URL((await sample.getAttribute('src'))!, at.county.url);
      expect((await fetch(address)).headers.get('content-type')).toBe('image/jpeg');
      await presses(resident, '几个问题，得出我的清单');
      await sees(resident, NEW_TREE_QUESTION);
      await presses(resident, '请人代办');
      await presses(resident, '看我的清单');
      const papers = group(resident, '备好一样，勾一样').getByRole('checkbox');
      await papers.first().waitFor();
      expect(await papers.allInnerTexts()).toEqual([
        expect.stringContaining('居民身份证'),
        expect.stringContaining('代办人身份证'),
      ]);
      await resident.context().close();
    });

    it('goes back to an earlier version, by the same review', async () => {
      const officer = await openAs(at, '孟文静', PHONE);
      await opens(officer, `/pages/service-guides/review/index?id=${guideId}`);
      await officer.getByRole('button', { name: '用第 1 版做草稿' }).click();
      await yes(officer, '用这一版');
      await sees(officer, '草稿已换成第 1 版的内容');
      await presses(officer, '提交审查');
      await sees(officer, '待审查');
      await officer.context().close();

      const lead = await openAs(at, '贺敏', PHONE);
      await opens(lead, `/pages/service-guides/review/index?id=${guideId}`);
      await letsOut(lead);
      await sees(lead, /^第 3 版，\S+ /);
      await lead.context().close();
      const { body } = await at.county.ask('GET', `/public/service-guides/${guideId}?version=3`);
      expect(body.content).toMatchObject({ tree: null, materials: [{ name: '居民身份证' }] });
      expect(body.content.materials).toHaveLength(1);
    });
  });
});
