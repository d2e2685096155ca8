import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { NOTICE_2027 } from '../support/notice-2027.ts';
import { countyInBrowser, gone, openAs, PHONE, presses, sees } from './browser.ts';

const MISSING = '2027 年放假安排还没有录入';
const PROVISIONAL = '暂按双休计算，待放假通知';
const QUESTION_MOVES = '答复期限：2027年1月7日 周四 → 2027年1月8日 周五';

describe('next year’s holiday notice', () => {
  const at = countyInBrowser();
  let questionId: string;

  beforeAll(async () => {
    // Ten working days from Christmas Eve reach into 2027.
    at.county.clock.set('2026-12-24T01:00:00.000Z');
    const { items } = (await at.county.ask('GET', '/public/tasks?limit=200')).body;
    const task = items.find(({ number }: { number: number }) => number === 12);
    questionId = newId();
    const body = { id: questionId, words: '村里的便民窗口元旦开不开门？' };
    const asked = await at.county.ask('POST', `/public/tasks/${task.id}/questions`, { body });
    expect(asked.status).toBe(201);
  });

  const question = () => `${at.county.url}/pages/task-questions/question/index?id=${questionId}`;

  it('is missing: limits that reach into the year say they are guessed', async () => {
    const supervisor = await openAs(at, '周正言', PHONE);
    await supervisor.goto(question());
    await sees(supervisor, new RegExp(`2027年1月7日 周四（还有 \\d+ 天）（${PROVISIONAL}）`));
    await supervisor.context().close();
  });

  it('is asked for on the administrator’s home page, pasted, looked at and entered', async () => {
    const administrator = await openAs(at, '韩守成', PHONE);
    await sees(administrator, MISSING);
    await presses(administrator, '去录入');
    await presses(administrator, '粘贴放假通知');
    await administrator.getByLabel('通知全文').fill('明年的放假安排另行通知');
    await presses(administrator, '识别');
    await sees(administrator, '没有在文字里看到放假或上班的日子，请粘贴通知全文');
    await administrator
      .getByLabel('通知全文')
      .fill(NOTICE_2027.replace('春节：2月5日（农历除夕、周五）', '春节：2月5日（农历除夕、周六）'));
    await presses(administrator, '识别');
    await sees(administrator, '2月5日写的是周六，实际是周五');
    await sees(administrator, '录入后移动的期限');
    await sees(administrator, /第 12 项任务，2026年12月24日的提问$/);
    await sees(administrator, QUESTION_MOVES);

    // One day made plain by hand and back again: what would move is asked anew.
    await administrator.getByRole('button', { name: /^1月1日 周五，元旦放假$/ }).click();
    await administrator.getByRole('radio', { name: '平常' }).click();
    await presses(administrator, '改这一天');
    await gone(administrator.getByText(QUESTION_MOVES).filter({ visible: true }));
    await sees(administrator, /到期的 \d+ 项：到期前 30 个工作日的提醒$/);
    await administrator.getByRole('button', { name: /^1月1日 周五$/ }).click();
    await administrator.getByRole('radio', { name: '放假' }).click();
    await administrator.getByLabel('节日').fill('元旦');
    await presses(administrator, '改这一天');
    await sees(administrator, QUESTION_MOVES);

    await presses(administrator, '录入 2027 年放假安排');
    await sees(administrator, '已移动的期限');
    await sees(administrator, /^依据：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕99号）$/);
    await administrator.goto(`${at.county.url}/tabs/home/index`);
    await sees(administrator, '韩守成，您好');
    await sees(administrator, '工作日历');
    await gone(administrator.getByText(MISSING).filter({ visible: true }));
    await administrator.context().close();
  });

  it('has moved the question, which says so in its own history', async () => {
    const supervisor = await openAs(at, '周正言', PHONE);
    await supervisor.goto(question());
    await sees(supervisor, '2027年1月8日 周五');
    await sees(supervisor, /韩守成录入放假安排：根据国务院办公厅.*答复期限由2027年1月7日改为2027年1月8日/);
    await gone(supervisor.getByText(PROVISIONAL).filter({ visible: true }));
    await supervisor.context().close();
  });

  it('is read by everybody who works for the county, and kept by administrators alone', async () => {
    const officer = await openAs(at, '罗小满', PHONE);
    await presses(officer, '工作日历');
    await officer.getByLabel('年份').selectOption({ label: '2027 年' });
    await sees(officer, '2月5日（周五）至12日（周五）放假，共8天。1月31日（周日）、2月20日（周六）上班。');
    await officer.getByLabel('1月31日 周日，春节调休，上班').waitFor();
    expect(await officer.getByText('粘贴放假通知').count()).toBe(0);
    await officer.context().close();
  });
});
