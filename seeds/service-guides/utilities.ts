import { guide } from './guide-seed.ts';
import { form, idCardCopy, ifAsked, own, proxyPapers, idCard } from './papers.ts';
import { answer, ask, free, qa, ring, step, tree, within, words } from './wording.ts';

const businessClimate = '《优化营商环境条例》';
const hall = '县政务服务大厅水电气联办窗口、各镇供电所和供水站';

/** 用电、用水, and help at home. */
export const utilityGuides = [
  guide({
    title: '低压用电报装',
    plainTitle: '用电报装',
    everydayWords: words('装电表 接电 用电申请 新装电表 三相电 电表过户 报装 拉电 动力电'),
    kind: 'public-service',
    basis: ['《中华人民共和国电力法》', '《供电营业规则》', businessClimate],
    unitName: '县行政审批局',
    acceptingWords: '县政务服务大厅水电气联办窗口、各镇供电所',
    conditions: ['用电的地方有合法的房屋或用地。', '原来的户头没有欠电费。'],
    materials: [
      idCardCopy(),
      ifAsked(own('home-paper', '房产证、宅基地手续或村里的住房说明', { form: 'copy' })),
      ifAsked(own('lease', '租赁合同和房东同意的书面意见', { form: 'copy' })),
      ifAsked(own('licence', '营业执照', { form: 'copy' })),
      ifAsked(own('machine-list', '用电设备清单', { note: '写明设备名称、功率，供电所帮着填。' })),
      ...proxyPapers,
    ],
    steps: [
      step('申请', '窗口、电话或“网上国网”手机软件。'),
      step('上门查看', '供电所当天联系，约时间上门。'),
      step('装表接电', '居民不用外线工程的，3个工作日内通电。'),
    ],
    limits: within(3),
    fee: free,
    questions: [
      qa('装表要不要钱？', '居民和160千瓦以下的小微企业，电表和表前的线路都不收钱；表后的线自己出。'),
      qa('电表换成我的名字怎么办？', '带身份证和房产材料，电费结清，当场过户。'),
    ],
    mistakes: ['私自从邻居家拉线：不安全，也不合法。'],
    contact: ring('纪长林', '水电气联办窗口', '13501'),
    tree: tree(
      ask(
        'use',
        '电用来做什么？',
        answer('home', '家里用', { adds: ['home-paper'], next: 'who' }),
        answer('shop', '做生意、办作坊', { adds: ['licence', 'machine-list'], next: 'place' }),
        answer('farm', '抽水、烘干等农业用', { adds: ['machine-list'], note: '按农业生产电价。', next: 'who' }),
        answer('temporary', '盖房子临时用', {
          adds: ['home-paper'],
          note: '期限一般不超过3年，房子盖好后转成正式的。',
          next: 'who',
        }),
      ),
      ask(
        'place',
        '房子是谁的？',
        answer('own', '自己的', { adds: ['home-paper'], next: 'who' }),
        answer('lease', '租的', { adds: ['lease'], next: 'who' }),
      ),
      ask('who', '谁去办？', answer('self', '本人'), answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '用水报装',
    plainTitle: '用水报装',
    everydayWords: words('装水表 接自来水 用水申请 水表过户 自来水 通水 停水'),
    kind: 'public-service',
    basis: ['《城市供水条例》', businessClimate],
    unitName: '县行政审批局',
    acceptingWords: hall,
    conditions: ['用水的地方在供水管网覆盖的范围里；没有覆盖的，由乡镇统一规划。'],
    materials: [
      idCardCopy(),
      ifAsked(own('home-paper', '房产证、宅基地手续或村里的住房说明', { form: 'copy' })),
      ifAsked(own('lease', '租赁合同和房东同意的书面意见', { form: 'copy' })),
      ifAsked(own('licence', '营业执照', { form: 'copy' })),
      ...proxyPapers,
    ],
    steps: [
      step('申请', '窗口或电话申请，可以和用电一起报。'),
      step('上门查看', '供水站上门看管道怎么走。'),
      step('装表通水', '不用另外开挖的，5个工作日内通水。'),
    ],
    limits: within(5),
    fee: free,
    questions: [
      qa('报装要收费吗？', '报装不收费。水表到屋里的管道，自己请人装，或者请供水站装，按公示的价收材料和人工。'),
      qa('山上没有自来水怎么办？', '请告诉村里，由镇里报入农村供水的计划；自己打井的，家庭生活用水不用办取水许可。'),
    ],
    mistakes: ['自来水管和自家井水管接在一起：会污染全村的水，不允许。'],
    contact: ring('纪长林', '水电气联办窗口', '13501'),
    tree: tree(
      ask(
        'use',
        '水用来做什么？',
        answer('home', '家里用', { adds: ['home-paper'], next: 'who' }),
        answer('shop', '做生意', { adds: ['licence'], next: 'place' }),
      ),
      ask(
        'place',
        '房子是谁的？',
        answer('own', '自己的', { adds: ['home-paper'], next: 'who' }),
        answer('lease', '租的', { adds: ['lease'], next: 'who' }),
      ),
      ask('who', '谁去办？', answer('self', '本人'), answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '老年人、残疾人上门帮办代办',
    plainTitle: '预约上门帮办',
    everydayWords: words('上门服务 上门办理 代办 帮办 走不动 行动不便 老人上门 送证上门 跑腿'),
    kind: 'public-service',
    basis: [businessClimate, '国务院办公厅关于切实解决老年人运用智能技术困难的实施方案'],
    unitName: '县行政审批局',
    acceptingWords: '各乡镇（街道）便民服务中心、村（社区）便民服务站',
    conditions: ['70周岁以上的老人、重度残疾人、生病出不了门的人。', '要办的事在上门帮办的事项清单里。'],
    materials: [
      idCard('上门时请准备好。'),
      own('matter-papers', '要办的那件事需要的材料', {
        form: 'original-and-copy',
        note: '打电话时工作人员会告诉您；没有复印件的，上门时拍照。',
      }),
    ],
    steps: [
      step('打电话预约', '打村（社区）便民服务站的电话，说清办什么事、住哪里。'),
      step('约时间', '当天回电话，约好日子，说清来的人叫什么、穿什么工作服。'),
      step('上门', '两人上门，出示工作证，帮着填表、拍照、认证。'),
      step('送结果', '办好以后送证上门，或者邮寄。'),
    ],
    limits: within(3),
    fee: free,
    questions: [
      qa(
        '怎么知道上门的人不是骗子？',
        '来的人一定先约时间、出示工作证，不收一分钱，不问银行卡密码。不放心的，打服务站电话核实。',
      ),
      qa(
        '哪些事能上门办？',
        '养老金资格认证、高龄津贴、残疾人证评定预约、身份证采集、社保卡激活、医保备案等，清单在服务站墙上。',
      ),
    ],
    mistakes: ['把身份证、银行卡直接交给别人带走：上门帮办当面核对、当面退还。'],
    contact: ring('孔令芳', '帮办代办股', '13502'),
  }),
  guide({
    title: '办结证照免费寄递',
    plainTitle: '证件免费邮寄',
    everydayWords: words('邮寄 寄证 快递送证 证件邮寄 送证到家 免费邮寄'),
    kind: 'public-service',
    basis: [businessClimate],
    unitName: '县行政审批局',
    conditions: ['在县政务服务大厅办结的证照。', '收件的地址在国内。'],
    materials: [form('mail-form', '寄递委托单', { note: '写清收件人、地址、电话。' })],
    steps: [step('选择寄递', '办事时告诉窗口。'), step('寄出', '办结的第二个工作日寄出，短信告知单号。')],
    limits: within(1),
    fee: free,
    questions: [qa('寄丢了怎么办？', '由窗口和邮政查找，找不到的免费补办。')],
    mistakes: ['留的电话打不通，邮件退回。'],
    contact: ring('孔令芳', '帮办代办股', '13502'),
    state: 'draft',
  }),
];
