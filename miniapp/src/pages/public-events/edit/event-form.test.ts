import { describe, expect, it } from '@jest/globals';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { checkForm, emptyForm, formOf, instantOf, type EventForm } from './event-form';

const NOW = '2026-11-25T02:00:00.000Z';
const UNIT = { unitId: '0190a8a0-0000-7000-8000-000000000001', unitName: '青石镇' };
const POINT = '0190a8a0-0000-7000-8000-000000000002';
let ids = 0;
const newId = () => `0190a8a0-0000-7000-8000-1${String((ids += 1)).padStart(11, '0')}`;
const begun = emptyForm(UNIT, '2026-11-25', newId);

const whole: EventForm = {
  ...begun,
  kind: 'open-day',
  title: '走进自来水厂',
  subject: 'environment',
  intro: '看一杯水从河里到家里要走多少路。',
  sessions: [{ ...begun.sessions[0]!, day: '2026-12-15', from: '09:00', to: '11:00' }],
  pointId: POINT,
  groups: [{ ...begun.groups[0]!, seats: 20 }],
  closesDay: '2026-12-12',
  closesTime: '17:00',
  contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
};

const faultsOf = (part: Partial<EventForm>, thenPropose = true) =>
  checkForm({ ...whole, ...part }, NOW, thenPropose, null).issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('a notice being written', () => {
  it('is fit to send when everything is there; its times are Shanghai’s', () => {
    const { content, issues } = checkForm(whole, NOW, true, null);
    expect(issues).toEqual([]);
    expect(content?.signUp?.opensAt).toBe('2026-11-25T01:00:00.000Z');
    expect(content?.signUp?.closesAt).toBe('2026-12-12T09:00:00.000Z');
    expect(content?.place).toEqual({ pointId: POINT, words: '', position: null });
  });

  it('says where within a point it is', () => {
    const { content } = checkForm({ ...whole, placeWords: '三楼会议室' }, NOW, true, null);
    expect(content?.place).toEqual({ pointId: POINT, words: '三楼会议室', position: null });
    const stored = { id: whole.id, revision: 1, ...UNIT, content } as PublicEventDraft;
    expect(formOf(stored, '2026-11-26', newId)).toMatchObject({ placeBy: 'point', placeWords: '三楼会议室' });
  });

  it.each<[string, Partial<EventForm>, string]>([
    ['no theme', { title: '' }, 'title: 请填写主题'],
    ['no kind', { kind: null }, 'kind: 请选择类型'],
    ['no day', { sessions: [{ ...whole.sessions[0]!, day: '' }] }, 'sessions.0.day: 请选择日期'],
    ['no beginning', { sessions: [{ ...whole.sessions[0]!, from: '' }] }, 'sessions.0.from: '],
    ['no place', { pointId: null }, 'place.words: 请选择服务点，或写明地点'],
    ['a place that is not on the map', { placeBy: 'words', placeWords: '水厂路 1 号' }, 'place.position: '],
    ['half a position', { placeBy: 'words', placeWords: '水厂', longitude: '105.5' }, 'place.position.latitude: '],
    ['no number of seats', { groups: [{ ...whole.groups[0]!, seats: null }] }, 'groups.0.seats: '],
    ['no end of sign-up', { closesDay: '' }, 'signUp.closesAt: '],
    ['a sign-up that ends after the event', { closesDay: '2026-12-16' }, 'signUp.closesAt: 报名应在活动开始前截止'],
    ['a draw without a number', { isDraw: true, drawnOn: '2026-12-13' }, 'signUp.draw.seedSource: '],
    ['no unit', { unit: null }, 'unitId: 请选择主办单位'],
    ['somebody’s number', { bring: '找张三 13912345678' }, 'bring: '],
    ['a hearing without papers', { kind: 'hearing', papersBy: '2026-12-01' }, 'attachments: 请添加听证材料'],
  ])('names the field of %s', (_, part, fault) => {
    expect(faultsOf(part).filter((one) => one.startsWith(fault))).toHaveLength(1);
  });

  it('hears of a missing place together with all that is missing', () => {
    expect(faultsOf({ title: '', pointId: null })).toEqual([
      'title: 请填写主题',
      'place.words: 请选择服务点，或写明地点',
    ]);
  });

  it('asks nothing without a purpose, and no identity number', () => {
    const field = { key: 'f1', kind: 'text', options: '', isRequired: false } as const;
    expect(faultsOf({ fields: [{ ...field, label: '坐大巴吗', purpose: '' }] })[0]).toMatch(/^signUp.fields.0.purpose/);
    const asked = faultsOf({ fields: [{ ...field, label: '身份证号', purpose: '到场核对本人' }] });
    expect(asked[0]).toMatch(/^signUp.fields.0.label: 报名不收集/);
  });

  it('may be kept before its papers are there, which it is not let out without', () => {
    expect(faultsOf({ kind: 'hearing', papersBy: '2026-12-01' }, false)).toEqual([]);
  });

  it('counts nobody where whoever wants just comes', () => {
    const open: EventForm = {
      ...whole,
      takesSignUps: false,
      groups: [{ ...whole.groups[0]!, seats: null }],
      closesDay: '',
    };
    const { content } = checkForm(open, NOW, true, null);
    expect(content?.signUp).toBeNull();
    expect(content?.groups[0]?.seats).toBe(0);
  });

  it('comes back from what is stored as it was', () => {
    const asked = {
      key: 'f1',
      label: '怎么来',
      purpose: '安排停车',
      kind: 'choice',
      options: '走路\n 开车 \n',
    } as const;
    const draw = { isDraw: true, seedSource: '12月13日收盘的上证指数', drawnOn: '2026-12-13' };
    const form: EventForm = { ...whole, ...draw, fields: [{ ...asked, isRequired: true }] };
    const { content, issues } = checkForm(form, NOW, true, null);
    expect(issues).toEqual([]);
    const stored = { id: whole.id, revision: 4, ...UNIT, content } as PublicEventDraft;
    const again = formOf(stored, '2026-11-26', newId);
    expect(again.onRevision).toBe(4);
    expect(checkForm(again, NOW, true, null).content).toEqual(content);
  });

  it('knows no instant while the day or the hour is missing', () => {
    expect(instantOf('', '09:00')).toBeUndefined();
    expect(instantOf('2026-12-15', '')).toBeUndefined();
    expect(instantOf('2026-12-15', '00:30')).toBe('2026-12-14T16:30:00.000Z');
  });
});
