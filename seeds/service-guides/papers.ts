import type { GuideMaterial } from '@county/shared/service-guides/service-guide';

type Detail = Partial<Pick<GuideMaterial, 'form' | 'count' | 'sourceWords' | 'note'>>;

const paper = (key: string, name: string, source: GuideMaterial['source'], detail: Detail): GuideMaterial => ({
  key,
  name,
  form: 'original',
  count: 1,
  source,
  sourceWords: '',
  needed: 'always',
  note: '',
  sampleId: null,
  ...detail,
});

/** Something a person has at home. */
export const own = (key: string, name: string, detail: Detail = {}): GuideMaterial =>
  paper(key, name, 'own', { sourceWords: '本人持有', ...detail });

/** Something another office, a hospital or a village issues; `from` says which. */
export const issued = (key: string, name: string, from: string, detail: Detail = {}): GuideMaterial =>
  paper(key, name, 'authority', { sourceWords: from, ...detail });

/** A form filled in at the window. */
export const form = (key: string, name: string, detail: Detail = {}): GuideMaterial =>
  paper(key, name, 'form-here', { sourceWords: '窗口领取，现场填写', ...detail });

/** The same material, asked for only where an answer to the questions needs it. */
export const ifAsked = (material: GuideMaterial): GuideMaterial => ({ ...material, needed: 'by-answers' });

export const idCard = (note = '窗口核对后当场退还。'): GuideMaterial => own('id-card', '居民身份证', { note });
export const idCardCopy = (note = ''): GuideMaterial =>
  own('id-card', '居民身份证', { form: 'original-and-copy', note: note || '原件核对后退还，留一份复印件。' });
export const householdBook = (note = '窗口核对后当场退还。'): GuideMaterial =>
  own('household-book', '居民户口簿', { note });
export const bankCard = (note = '用来接收补贴，须是本人名下能正常使用的卡。'): GuideMaterial =>
  own('bank-card', '本人社会保障卡或银行卡', { form: 'copy', note });

/** For those who come for somebody else. */
export const proxyPapers: GuideMaterial[] = [
  ifAsked(form('proxy', '授权委托书', { note: '由委托人签名或按手印，写清委托办什么事。' })),
  ifAsked(own('proxy-id', '代办人居民身份证', { note: '代办人带本人的身份证原件。' })),
];
