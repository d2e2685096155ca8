import { guide } from './guide-seed.ts';
import { bankCard, form, householdBook, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const insurance = '《中华人民共和国社会保险法》';
const residents = '《国务院关于建立统一的城乡居民基本养老保险制度的意见》';
const clerk = ring('邱红梅', '城乡居民保险股', '12101');
const national = 'https://si.12333.gov.cn';

/** 社保卡, 养老保险. */
export const pensionGuides = [
  guide({
    title: '社会保障卡申领、补领、换领',
    plainTitle: '办社保卡',
    everydayWords: words('社保卡 社会保障卡 补社保卡 社保卡丢了 社保卡激活 医保卡 养老卡 换社保卡 电子社保卡'),
    kind: 'public-service',
    basis: [insurance, '《社会保险经办条例》'],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '县政务服务大厅社保窗口、各合作银行网点',
    conditions: ['在本县参加社会保险或者户口在本县。', '一个人只有一张有效的社保卡。'],
    materials: [
      idCard(),
      ifAsked(householdBook('没有身份证的孩子带户口簿。')),
      ifAsked(own('guardian-card', '监护人居民身份证')),
      ifAsked(own('old-card', '损坏的社保卡', { note: '换卡时交回。' })),
      ...proxyPapers,
    ],
    steps: [
      step('选一家合作银行', '社保卡同时是银行卡，自己选开户银行。'),
      step('到窗口申请', '现场核对身份。'),
      step('当场制卡', '有制卡机的网点当场拿卡；没有的，20个工作日内通知领取。'),
      step('激活', '设社保密码，银行功能要本人到银行激活。'),
    ],
    limits: within(1, 30),
    fee: free,
    onlineUrl: national,
    questions: [
      qa('卡丢了先做什么？', '先打12333挂失社保功能，再打开户银行电话挂失银行功能，然后带身份证补卡。'),
      qa('看病一定要带社保卡吗？', '不一定。用医保电子凭证或者电子社保卡也能看病买药。'),
    ],
    mistakes: ['只激活了社保功能，没有激活银行功能，养老金发不进来。'],
    contact: ring('邱红梅', '社保卡窗口', '12100'),
    tree: tree(
      ask(
        'why',
        '您要怎么办？',
        answer('first', '第一次办', { next: 'who' }),
        answer('damaged', '卡坏了、旧卡换新卡', { adds: ['old-card'], next: 'who' }),
        answer('lost', '卡丢了', { note: '先打12333和银行电话挂失。', next: 'who' }),
      ),
      ask(
        'who',
        '给谁办？',
        answer('self', '给自己办'),
        answer('child', '给孩子办', { adds: ['household-book', 'guardian-card'] }),
        answer('other', '给家里别的大人代办', {
          adds: ['proxy', 'proxy-id'],
          note: '银行功能以后要本人去激活；走不动的老人可以请银行上门。',
        }),
      ),
    ),
  }),
  guide({
    title: '城乡居民基本养老保险参保登记',
    plainTitle: '参加居民养老保险',
    everydayWords: words('养老保险 买社保 农村养老保险 新农保 居民社保 买养老 交养老保险 农保'),
    kind: 'public-service',
    basis: [insurance, residents],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '各乡镇（街道）便民服务中心、村（社区）便民服务站',
    conditions: ['年满16周岁，在校学生除外。', '户口在本县。', '没有参加职工养老保险，不是机关事业单位的人。'],
    materials: [idCard(), householdBook(), form('join-form', '城乡居民基本养老保险参保登记表')],
    steps: [
      step('登记', '到村（社区）或乡镇（街道）窗口登记，也可以在手机上办。'),
      step('选缴费档次', '每年自己选一档，多缴多得、长缴多得，政府按档次给补贴。'),
      step('缴费', '登记后向税务部门缴费，微信、支付宝、银行都可以。'),
      step('看到账', '缴费后可在手机上查询个人账户。'),
    ],
    limits: within(0),
    fee: free,
    onlineUrl: national,
    questions: [
      qa('要缴多少年才能领？', '累计缴满15年，到60周岁按月领取。年纪大了缴不满的，可以按规定补缴。'),
      qa('低保户、重度残疾人也要自己缴吗？', '由政府代缴部分或者全部最低标准的保险费，请带相关证件到窗口说明。'),
      qa('在外面打过工，缴过职工养老保险怎么办？', '两种保险可以衔接，到退休年龄前办理转移，缴的钱不会白缴。'),
    ],
    mistakes: ['登记了却没有缴费：登记只是第一步，当年缴了费才算当年参保。'],
    contact: clerk,
  }),
  guide({
    title: '城乡居民基本养老保险待遇申领',
    plainTitle: '领居民养老金',
    everydayWords: words('领养老金 60岁领钱 养老金申请 农村养老金 老年钱 退休金 满60了 社保领钱'),
    kind: 'payment',
    basis: [insurance, residents],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '户籍地乡镇（街道）便民服务中心、村（社区）便民服务站',
    decidingUnitName: '县人力资源和社会保障局',
    conditions: [
      '年满60周岁。',
      '累计缴费满15年；按规定不用缴费或者已经补缴的除外。',
      '没有领取职工养老金等国家规定的基本养老保障待遇。',
    ],
    materials: [
      idCard(),
      bankCard('用来发养老金，社保卡的银行功能要已经激活。'),
      form('claim-form', '待遇领取申请表'),
      ...proxyPapers,
    ],
    steps: [
      step('满60周岁当月申请', '村里会提前通知；没有接到通知的，自己到窗口问。'),
      step('核对缴费年限', '不够15年的，先补缴。'),
      step('核定待遇', '县社保经办机构核定每月领多少，请本人确认。'),
      step('按月发放', '从满60周岁的次月起发到社保卡。'),
    ],
    limits: within(15, 30),
    fee: free,
    onlineUrl: national,
    questions: [
      qa('申请晚了，前面的钱还补不补？', '从符合条件的次月起补发，不会因为晚申请就少发。'),
      qa('身份证上的年龄和户口上的不一样怎么办？', '以公安机关登记的出生日期和档案为准，请先到派出所核对。'),
    ],
    mistakes: ['一个人在两个地方参保：要先合并成一处，才能领取。'],
    contact: clerk,
    tree: tree(
      ask(
        'age',
        '满60周岁了吗？',
        answer('yes', '满了', { next: 'years' }),
        answer('no', '还没有', { stop: '满60周岁的当月再来申请；现在请先把每年的保险费缴上。' }),
      ),
      ask(
        'years',
        '缴费满15年了吗？',
        answer('yes', '满了或者不用缴费', { next: 'who' }),
        answer('no', '没有满', { note: '先在窗口办理补缴，再申请领取。', next: 'who' }),
        answer('worker', '缴的是职工养老保险', { stop: '请看“办职工退休”这份指南，或者在窗口问两种保险怎么衔接。' }),
      ),
      ask('who', '谁去办？', answer('self', '本人去'), answer('proxy', '家里人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '养老保险待遇领取资格认证',
    plainTitle: '养老金资格认证',
    everydayWords: words('生存认证 刷脸认证 人脸认证 养老认证 年审 社保年检 老人认证 养老金停了'),
    kind: 'public-service',
    basis: [insurance, '《社会保险经办条例》'],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '任何一个乡镇（街道）便民服务中心、村（社区）便民服务站',
    conditions: ['正在领取居民养老金或者职工养老金。', '距上一次认证满12个月之前再认证一次。'],
    materials: [idCard('在手机上认证不用带任何材料。')],
    steps: [
      step('先看要不要认证', '系统通过看病、坐车等信息比对出来的，已经自动认证，不用再办。'),
      step('手机认证', '打开“掌上12333”或国家社会保险公共服务平台，对着手机刷脸；家人可以帮老人操作。'),
      step('窗口认证', '不会用手机的，带身份证到任何一个窗口，当场办好。'),
      step('上门认证', '走不动的老人，打电话给村（社区），工作人员上门办，不收费。'),
    ],
    limits: atOnce,
    fee: free,
    onlineUrl: national,
    questions: [
      qa('忘了认证，养老金停发了怎么办？', '补一次认证，从下个月起恢复发放，停发的几个月一起补发。'),
      qa('有人打电话叫我把钱转过去才给认证，是真的吗？', '是骗子。认证不收任何费用，也不会问银行卡密码。'),
      qa('人在外地怎么认证？', '在手机上认证，或者在当地任何一个社保窗口认证都可以。'),
    ],
    mistakes: ['同一年认证了好几次：每12个月一次就够。', '刷脸时光线太暗、戴帽子，系统认不出来。'],
    contact: clerk,
    tree: tree(
      ask(
        'phone',
        '家里有人会用智能手机吗？',
        answer('yes', '会用', { note: '在手机上刷脸，不用跑路，也不用带材料。' }),
        answer('no', '不会用', { next: 'walk' }),
      ),
      ask(
        'walk',
        '老人能出门吗？',
        answer('yes', '能出门', { note: '带身份证到就近的便民服务站，当场办好。' }),
        answer('no', '出不了门', { note: '打电话给村（社区）便民服务站预约上门，不收费。' }),
      ),
    ),
  }),
  guide({
    title: '职工正常退休（职）申请',
    plainTitle: '办职工退休',
    everydayWords: words('退休 办退休 职工养老金 企业退休 弹性退休 延迟退休 灵活就业退休 退休手续'),
    kind: 'confirmation',
    basis: [insurance, '《国务院关于渐进式延迟法定退休年龄的办法》'],
    unitName: '县人力资源和社会保障局',
    decidingUnitName: '县人力资源和社会保障局',
    conditions: [
      '达到法定退休年龄，或者在国家规定的范围内自愿提前、推迟退休。',
      '达到国家规定的最低缴费年限；从2030年起最低年限逐年提高。',
    ],
    materials: [
      idCardCopy(),
      form('retire-form', '基本养老保险待遇申请表', { count: 2 }),
      ifAsked(issued('personnel-file', '职工人事档案', '工作单位或代管档案的机构移交')),
      ifAsked(
        issued('early-letter', '弹性退休书面告知或协议', '本人与工作单位', {
          note: '提前退休的，至少提前3个月书面告诉单位。',
        }),
      ),
      bankCard('用来发养老金。'),
    ],
    steps: [
      step('提前查档案', '退休前几个月先来查出生日期和工龄，有出入的早点解决。'),
      step('申请', '有单位的由单位申报，自己缴费的本人申报。'),
      step('审核', '审核档案、核定缴费年限。'),
      step('核定待遇', '确认每月养老金，从退休的次月起发放。'),
    ],
    limits: within(15, 20),
    fee: free,
    onlineUrl: national,
    questions: [
      qa(
        '我到底几岁退休？',
        '由出生年月、性别和岗位决定，在国家社会保险公共服务平台上可以查到自己的退休日期，也可以在窗口查。',
      ),
      qa('身份证和档案上的生日不一样，以哪个为准？', '以档案里最早记载的和居民身份证相结合的办法认定，请早点来核对。'),
    ],
    mistakes: ['等到退休当月才来，发现档案缺材料，只能一边补一边等。'],
    contact: ring('盛国强', '职工养老保险股', '12102'),
    tree: tree(
      ask(
        'employer',
        '现在有工作单位吗？',
        answer('yes', '有单位', { adds: ['personnel-file'], note: '由单位经办人申报，本人签字确认。', next: 'when' }),
        answer('no', '自己缴费（灵活就业）', { note: '本人带材料到窗口申请。', next: 'file' }),
      ),
      ask(
        'file',
        '以前在国有、集体单位上过班吗？',
        answer('yes', '上过', { adds: ['personnel-file'], next: 'when' }),
        answer('no', '没有', { next: 'when' }),
      ),
      ask(
        'when',
        '打算什么时候退休？',
        answer('normal', '到法定退休年龄就退'),
        answer('early', '提前退休', { adds: ['early-letter'], note: '提前不超过3年，且不早于原来的法定退休年龄。' }),
        answer('late', '推迟退休', { adds: ['early-letter'], note: '与单位协商一致，推迟不超过3年。' }),
      ),
    ),
  }),
];
