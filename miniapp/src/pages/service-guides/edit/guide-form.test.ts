import { describe, expect, it } from '@jest/globals';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import { checkForm, emptyForm, formOf, newKey, type GuideForm } from './guide-form';

const TODAY = '2026-03-02';
const UNIT = { unitId: '0190a8a0-0000-7000-8000-000000000001', unitName: '县人社局' };

const whole: GuideForm = {
  ...emptyForm('0190a8a0-0000-7000-8000-000000000002', '0190a8a0-0000-7000-8000-000000000003', UNIT, TODAY),
  title: '社会保障卡申领',
  plainTitle: '办社保卡',
  everydayWords: '社保卡\n 补卡 \n\n',
  kind: 'public-service',
  audience: 'people',
  basis: '《中华人民共和国社会保险法》第五十八条',
  steps: [{ name: '申请', words: '' }],
  promisedDays: 0,
  isCharged: 'no',
  contact: { name: '罗小芳', post: '', phone: '0800-5501234' },
};

const faultsOf = (part: Partial<GuideForm>) =>
  checkForm({ ...whole, ...part }, TODAY).issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a guide being written', () => {
  it('is fit to send when everything is there', () => {
    const { content, issues } = checkForm(whole, TODAY);
    expect(issues).toEqual([]);
    expect(content?.everydayWords).toEqual(['社保卡', '补卡']);
    expect(content?.tree).toBeNull();
  });

  it.each<[string, Partial<GuideForm>, string]>([
    ['no name', { title: '' }, 'title: 请填写事项名称'],
    ['no kind', { kind: null }, 'kind: 请选择事项类别'],
    ['no basis', { basis: ' \n ' }, 'basis: 办理依据至少 1 项'],
    ['no unit that takes it', { accepting: null }, 'acceptingUnitId: 请填写受理机构'],
    ['no word on a fee', { isCharged: null }, 'fee: 请选择收不收费'],
    ['a fee without basis', { isCharged: 'yes', feeStandard: '每证 10 元' }, 'fee.basis: 请填写收费依据'],
    ['no limit', { promisedDays: null }, 'limits.promisedDays: 请填写承诺办理时限（工作日）'],
    ['a promise beyond the law', { promisedDays: 9, statutoryDays: 5 }, 'limits.promisedDays: '],
    ['an address that is not safe', { onlineUrl: 'http://a.example' }, 'onlineUrl: 网上办理的网址应以 https:// 开头'],
    ['a step without a name', { steps: [{ name: '', words: 'x' }] }, 'steps.0.name: 请填写步骤'],
    ['a check in the past', { reviewOn: '2026-03-01' }, 'reviewOn: '],
    ['no unit', { unit: null }, 'unitId: 请选择主管单位'],
    ['somebody’s number', { mistakes: '联系 13812345678 再来' }, 'mistakes.0: '],
  ])('names the field of %s', (_, part, fault) => {
    expect(faultsOf(part).some((one) => one.startsWith(fault))).toBe(true);
  });

  it('comes back from what is stored as it was', () => {
    const { content } = checkForm(whole, TODAY);
    const stored = {
      id: whole.id,
      revision: 4,
      unitId: UNIT.unitId,
      unitName: UNIT.unitName,
      reviewOn: whole.reviewOn,
      content,
    } as ServiceGuide;
    const again = formOf(stored, whole.changeId, () => UNIT.unitName, TODAY);
    expect(again.onRevision).toBe(4);
    expect(checkForm(again, TODAY).content).toEqual(content);
  });

  it('asks for a new day where the last check is overdue', () => {
    const stored = { ...whole, revision: 1, unitId: '', unitName: '', content: checkForm(whole, TODAY).content };
    const again = formOf({ ...stored, reviewOn: '2026-01-01' } as unknown as ServiceGuide, '', () => '', TODAY);
    expect(again.reviewOn).toBe('2026-09-02');
  });

  it('gives each paper a key of its own, also after one is taken out', () => {
    expect(newKey('m', [{ key: 'm1' }, { key: 'm3' }])).toBe('m4');
    expect(newKey('m', [{ key: 'm2' }])).toBe('m3');
    expect(newKey('m', [{ key: 'm1' }, { key: 'm2' }, { key: 'm4' }])).toBe('m5');
  });
});
