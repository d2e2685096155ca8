/** A form filled in as an example: no county's own paper, with invented names and masked numbers. */
export interface SampleForm {
  /** Of its picture, in `samples/`. */
  file: string;
  guideTitle: string;
  materialKey: string;
  heading: string;
  rows: readonly (readonly [label: string, example: string])[];
  /** What the applicant declares above the signature; in one line. */
  declares: string;
  signature: string;
}

const PERSON = [
  ['姓名', '张样例'],
  ['性别', '女'],
  ['身份证号', '51××××19××××××××2X'],
  ['住址', '示例县青石镇石桥村 2 组'],
  ['联系电话', '138 ×××× ××××'],
] as const;
const TRUE = '以上填写的内容真实，如有不实，愿意承担责任。';
const SIGNED = '申请人：张样例（本人签名）';

/** Of the guides most asked for, the paper on which people most often get something wrong. */
export const SAMPLE_FORMS: readonly SampleForm[] = [
  {
    file: 'id-card.png',
    guideTitle: '办身份证',
    materialKey: 'claim-form',
    heading: '居民身份证申领登记表',
    rows: [...PERSON, ['申领原因', '到期换领'], ['领证方式', '到窗口自取'], ['原证是否交回', '是']],
    declares: '表由民警打印，请核对每一项再签名。',
    signature: SIGNED,
  },
  {
    file: 'move-household.png',
    guideTitle: '迁户口',
    materialKey: 'move-form',
    heading: '户口迁移申请表',
    rows: [...PERSON, ['迁移原因', '投靠配偶'], ['迁入地址', '示例县城关街道东门社区 1 号'], ['随迁的人', '无']],
    declares: TRUE,
    signature: SIGNED,
  },
  {
    file: 'social-card-proxy.png',
    guideTitle: '办社保卡',
    materialKey: 'proxy',
    heading: '授权委托书',
    rows: [
      ['委托人', '李样例'],
      ['委托人身份证号', '51××××19××××××××1X'],
      ['代办人', '张样例'],
      ['代办人身份证号', '51××××19××××××××2X'],
      ['两人关系', '母女'],
      ['委托事项', '代为申领社会保障卡'],
      ['委托期限', '2026 年 1 月 5 日至 1 月 31 日'],
    ],
    declares: '代办人在委托范围内所办的事，我都承认。',
    signature: '委托人：李样例（签名或按手印）',
  },
  {
    file: 'pension-join.png',
    guideTitle: '参加居民养老保险',
    materialKey: 'join-form',
    heading: '城乡居民基本养老保险参保登记表',
    rows: [...PERSON, ['参保类别', '普通居民'], ['缴费档次', '每年 500 元'], ['缴费方式', '银行卡代扣']],
    declares: TRUE,
    signature: SIGNED,
  },
  {
    file: 'pension-claim.png',
    guideTitle: '领居民养老金',
    materialKey: 'claim-form',
    heading: '待遇领取申请表',
    rows: [
      ...PERSON,
      ['年满 60 周岁的日期', '20×× 年 × 月 × 日'],
      ['收款银行', '示例农商银行'],
      ['是否领其他养老金', '否'],
    ],
    declares: TRUE,
    signature: SIGNED,
  },
  {
    file: 'chronic-disease.png',
    guideTitle: '办慢病门诊待遇',
    materialKey: 'disease-form',
    heading: '门诊慢特病病种待遇认定申请表',
    rows: [...PERSON, ['参保类别', '居民医保'], ['申请病种', '高血压'], ['诊断医院', '示例县人民医院']],
    declares: TRUE,
    signature: SIGNED,
  },
  {
    file: 'marriage-statement.png',
    guideTitle: '结婚登记',
    materialKey: 'statement',
    heading: '无配偶且没有近亲关系的声明',
    rows: [
      ['声明人', '张样例'],
      ['身份证号', '51××××19××××××××2X'],
      ['婚姻状况', '未婚'],
      ['对方姓名', '王样例'],
      ['对方身份证号', '51××××19××××××××3X'],
    ],
    declares: '本人没有配偶，与对方没有近亲关系。',
    signature: '声明人：张样例（在登记员面前签名）',
  },
  {
    file: 'relief.png',
    guideTitle: '申请低保',
    materialKey: 'relief-form',
    heading: '社会救助申请及家庭状况申报表',
    rows: [
      ...PERSON,
      ['共同生活的人', '3 人：丈夫、儿子、本人'],
      ['家庭月收入', '务农、零工合计 1 200 元'],
      ['家庭财产', '住房 1 处，无车辆'],
      ['申请理由', '丈夫长期患病，花费大'],
    ],
    declares: '同意核对家庭经济状况；填写的内容真实。',
    signature: SIGNED,
  },
  {
    file: 'disability-card.png',
    guideTitle: '办残疾人证',
    materialKey: 'card-form',
    heading: '残疾人证申请表',
    rows: [...PERSON, ['申请类别', '新办'], ['残疾类别', '肢体'], ['监护人', '无']],
    declares: TRUE,
    signature: SIGNED,
  },
  {
    file: 'sole-trader.png',
    guideTitle: '办个体户执照',
    materialKey: 'open-form',
    heading: '个体工商户登记申请书',
    rows: [
      ['名称', '示例县青石镇样例小吃店'],
      ['经营者', '张样例'],
      ['身份证号', '51××××19××××××××2X'],
      ['经营场所', '示例县青石镇正街 8 号'],
      ['经营范围', '餐饮服务（小吃）'],
      ['从业人数', '2 人'],
      ['联系电话', '138 ×××× ××××'],
    ],
    declares: TRUE,
    signature: '经营者：张样例（本人签名）',
  },
];
