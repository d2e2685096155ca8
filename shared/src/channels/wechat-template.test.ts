import { describe, expect, it } from '@jest/globals';
import { templateData, WechatTemplates, type TemplateMessage } from './wechat-template.ts';

const TODAY = '2026-11-25';
const MESSAGE: TemplateMessage = {
  what: '村级公示栏更新',
  unit: '青石镇',
  on: '2026-11-30',
  words: '还有 5 天到期，请填报进展。',
};
const said = (fields: Record<string, unknown>, message: Partial<TemplateMessage> = {}) => {
  const { work } = WechatTemplates.parse({ work: { id: 'T', fields } });
  const data = templateData(work, { ...MESSAGE, ...message }, TODAY);
  return Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]));
};

describe('a message in a template', () => {
  it('says each part where the county has put it', () => {
    expect(
      said({
        thing1: 'what',
        thing2: 'unit',
        date3: 'on',
        thing4: 'words',
        number5: 'daysLeft',
        phrase6: { text: '待办理' },
      }),
    ).toEqual({
      thing1: '村级公示栏更新',
      thing2: '青石镇',
      date3: '2026年11月30日',
      thing4: '还有 5 天到期，请填报进展。',
      number5: '5',
      phrase6: '待办理',
    });
  });

  it('writes a day as its field takes one', () => {
    expect(said({ date1: 'on', thing2: 'on', character_string3: 'on', date4: 'today' })).toEqual({
      date1: '2026年11月30日',
      thing2: '2026年11月30日',
      character_string3: '2026-11-30',
      date4: '2026年11月25日',
    });
  });

  it('never passes the day of sending off as a limit', () => {
    expect(said({ date1: 'on', thing2: 'words' }, { on: null })).toEqual({
      date1: '2026年11月25日',
      thing2: '无固定时限：还有 5 天到期，请填报进…',
    });
    expect(said({ date1: 'today', thing2: 'words' }, { on: null }).thing2).toBe('还有 5 天到期，请填报进展。');
    expect(said({ thing1: 'on', character_string2: 'on' }, { on: null })).toEqual({
      thing1: '无固定时限',
      character_string2: '-',
    });
  });

  it('counts no days below none', () => expect(said({ number1: 'daysLeft' }, { on: '2026-11-01' }).number1).toBe('0'));

  it('says where to look when it is about no unit', () =>
    expect(said({ thing1: 'unit' }, { unit: null }).thing1).toBe('见小程序'));
});

describe('the setting of the templates', () => {
  it.each([
    [{ work: { id: 'T', fields: { thing1: 'what' } } }, []],
    [{ work: { id: 'T', fields: {} } }, ['work.fields: 一个字段也没有写']],
    [
      { work: { id: 'T', fields: { thing: 'what' } } },
      [expect.stringMatching(/^work\.fields\.thing: 不认识这种字段，要像 thing1、/)],
    ],
    [{ work: { id: 'T', fields: { time2: 'on' } } }, [expect.stringMatching(/^work\.fields\.time2: 不认识这种字段/)]],
    [{ work: { id: 'T', fields: { date3: 'words' } } }, ['work.fields.date3: 可填 on、today，不能填 words']],
    [{ work: { id: 'T', fields: { number3: 'what' } } }, ['work.fields.number3: 可填 daysLeft，不能填 what']],
    [
      { work: { id: 'T', fields: { phrase5: { text: '请尽快办理一下' } } } },
      ['work.fields.phrase5: 放不下固定文字“请尽快办理一下”'],
    ],
  ])('%j: %j', (setting, faults) => {
    const { error } = WechatTemplates.safeParse(setting);
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual(faults);
  });

  it.each([
    {},
    { work: 'T' },
    { work: { fields: {} } },
    { work: { id: '', fields: { thing1: 'what' } } },
    { wrok: {} },
    [],
  ])('does not take %j', (setting) => expect(WechatTemplates.safeParse(setting).success).toBe(false));
});
