import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkInput } from '../http/input.ts';
import { MailCode, masked, NewMailAddress } from './mail-address.ts';
import { codeMailOf, mailOf, smsOf, type MessageWords, type Sender } from './message-text.ts';

const SENDER: Sender = {
  countyName: '示例县',
  owner: '示例县人民政府办公室',
  origin: 'https://example.gov.cn',
  phone: '0900-1234567',
};
const MESSAGE: MessageWords = {
  what: '村级公示栏更新',
  unit: '青石镇李家村',
  on: '2026-11-30',
  words: '还有 5 天到期，请填报进展。',
  link: '/pages/tasks/line/index?id=1',
};

describe('a mail', () => {
  it('says what, which unit, until when, where, from whom, and how to stop it', () => {
    expect(mailOf(MESSAGE, SENDER)).toEqual({
      subject: '示例县政务公开提醒：村级公示栏更新，期限 2026年11月30日',
      text: `事项：村级公示栏更新
单位：青石镇李家村
期限：2026年11月30日
说明：还有 5 天到期，请填报进展。

打开办理：
https://example.gov.cn/pages/tasks/line/index?id=1

--
本邮件由示例县人民政府办公室的“示例县政务公开”系统自动发出，请不要回复。联系电话：0900-1234567
不想再收到：登录后在“我的 - 提醒方式”里删除邮箱。
`,
    });
  });

  it('leaves out what there is not', () => {
    const { subject, text } = mailOf({ ...MESSAGE, unit: null, on: null }, { ...SENDER, origin: null, phone: null });
    expect(subject).toBe('示例县政务公开提醒：村级公示栏更新');
    expect(text).not.toMatch(/单位|期限|打开办理|联系电话|null/);
  });

  it('stays one line where it is one, whatever was written', () => {
    const odd = { ...MESSAGE, what: '一\r\nBcc: x@y.z', words: '二\n\n三' };
    expect(mailOf(odd, SENDER).subject).not.toMatch(/[\r\n]/);
    expect(mailOf(odd, SENDER).text).toContain('事项：一 Bcc: x@y.z\n');
    expect(mailOf({ ...odd, what: '长'.repeat(200) }, SENDER).subject.length).toBe(70);
  });

  it('with a code says for how long, and whose doing it may be', () =>
    expect(codeMailOf('012345', 10, SENDER).text).toMatch(/^验证码：012345\n[^]*10 分钟[^]*不是您本人/));
});

describe('a text message', () => {
  it('says the matter first and ends with where to look', () =>
    expect(smsOf(MESSAGE, SENDER)).toBe(
      '【示例县政务公开】村级公示栏更新（青石镇李家村，期限2026年11月30日）：还有 5 天到期，请填报进展。详见 https://example.gov.cn',
    ));

  it('is never longer than two, and always whole at both ends', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 700 });
    fc.assert(
      fc.property(words, words, fc.option(words), (what, said, unit) => {
        const text = smsOf({ ...MESSAGE, what, words: said, unit }, SENDER);
        expect(text.length).toBeLessThanOrEqual(134);
        expect(text).toMatch(/^【示例县政务公开】.*详见 https:\/\/example\.gov\.cn$/u);
      }),
    );
  });
});

describe('a mail address', () => {
  const ID = '01890000-0000-7000-8000-000000000001';
  it.each([
    ['li.ming@example.gov.cn', 'li.ming@example.gov.cn'],
    ['  Li.Ming＠Example.GOV.cn ', 'li.ming@example.gov.cn'],
    ['a@b.cn', 'a@b.cn'],
    ['没有@example.gov.cn', undefined],
    ['li ming@', undefined],
    ['li@localhost', undefined],
    ['li@@example.gov.cn', undefined],
    ['li@example..cn', undefined],
    ['.li@example.cn', undefined],
    ['"li"@example.cn', undefined],
    ['li@example.cn\r\nBcc: x@y.cn', undefined],
    ['li@example.cn,x@y.cn', undefined],
    ['<li@example.cn>', undefined],
    [`${'a'.repeat(65)}@example.cn`, undefined],
    [`li@${'a.'.repeat(130)}cn`, undefined],
    ['', undefined],
  ])('%j is %j', (address, expected) => {
    const checked = checkInput(NewMailAddress, { id: ID, address });
    expect(checked.valid ? checked.value.address : undefined).toBe(expected);
  });

  it('is said to be wrong in words', () => {
    const checked = checkInput(NewMailAddress, { id: ID, address: 'li' });
    expect(!checked.valid && checked.issues[0]!.message).toBe('邮箱地址不对，应像 name@example.gov.cn');
  });

  it.each([
    ['li.ming@example.gov.cn', 'l***@example.gov.cn'],
    ['a@b.cn', 'a***@b.cn'],
  ])('%s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown));

  it.each([
    ['123456', true],
    ['０1２3４5', true],
    ['123 456', true],
    ['12345', false],
    ['1234567', false],
    ['abcdef', false],
  ])('is confirmed by %s: %s', (code, isCode) => expect(checkInput(MailCode, { code }).valid).toBe(isCode));
});
