import { guide } from './guide-seed.ts';
import { bankCard, form, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, free, qa, ring, step, tree, within, words } from './wording.ts';

const employment = '《中华人民共和国就业促进法》';
const national = 'https://si.12333.gov.cn';
const clerk = ring('滕海燕', '就业服务中心', '12103');

/** 就业、失业、创业、劳动纠纷. */
export const workGuides = [
  guide({
    title: '就业登记和失业登记',
    plainTitle: '就业失业登记',
    everydayWords: words('就业登记 失业登记 就业创业证 失业证 找工作 没工作登记 灵活就业登记'),
    kind: 'registration',
    basis: [employment, '《就业服务与就业管理规定》'],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '常住地的乡镇（街道）便民服务中心、村（社区）便民服务站',
    conditions: ['16周岁到退休年龄之间。', '失业登记的，有劳动能力、想找工作、现在没有工作。'],
    materials: [
      idCard(),
      ifAsked(form('lost-job', '失业情况承诺书', { note: '本人签名，不用原单位开证明。' })),
      ifAsked(own('flexible', '灵活就业承诺书', { note: '写明做什么、在哪里做。' })),
      ...proxyPapers,
    ],
    steps: [
      step('登记', '手机上或窗口登记。单位招人的，由单位来登记。'),
      step('核对', '系统核对参保等信息。'),
      step('服务', '登记失业的，工作人员一个月内联系您，推荐岗位、培训。'),
    ],
    limits: within(1),
    fee: free,
    onlineUrl: national,
    questions: [
      qa(
        '登记失业有什么好处？',
        '可以免费参加技能培训、申请创业担保贷款；符合就业困难条件的，还有社保补贴、公益性岗位。',
      ),
      qa('户口不在本县能登记吗？', '能。在常住地登记就可以。'),
    ],
    mistakes: ['把失业登记当成领失业金：失业金另外申请。'],
    contact: clerk,
    tree: tree(
      ask(
        'state',
        '您现在的情况是？',
        answer('unemployed', '没有工作，想找工作', { adds: ['lost-job'], next: 'who' }),
        answer('flexible', '自己干、打零工', { adds: ['flexible'], next: 'who' }),
        answer('employed', '刚被单位招用', {
          stop: '由单位给您办就业登记，您不用跑。单位没有办的，可以提醒单位或打下面的电话。',
        }),
        answer('retired', '已经领养老金', { stop: '领了基本养老金以后，不再办理就业失业登记。' }),
      ),
      ask('who', '谁去办？', answer('self', '本人'), answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '失业保险金申领',
    plainTitle: '领失业金',
    everydayWords: words('失业金 失业保险 失业补助 领失业保险 被辞退 下岗补助 失业救济'),
    kind: 'payment',
    basis: ['《中华人民共和国社会保险法》', '《失业保险条例》'],
    unitName: '县人力资源和社会保障局',
    decidingUnitName: '县人力资源和社会保障局',
    conditions: ['失业前缴失业保险费满一年。', '不是因为自己愿意中断就业。', '已经办理失业登记，有求职要求。'],
    materials: [
      idCard('用社保卡也可以。'),
      ifAsked(
        issued('end-paper', '解除或终止劳动关系的证明', '原工作单位', {
          form: 'copy',
          note: '单位不给的，不影响申请，告诉窗口就可以。',
        }),
      ),
      bankCard('用来发失业金。'),
    ],
    steps: [
      step('申请', '手机或窗口，凭身份证或社保卡申请。'),
      step('审核', '系统核对缴费年限和失业原因。'),
      step('发放', '按月发到卡上，同时代缴职工医保。'),
    ],
    limits: within(5, 5),
    fee: free,
    onlineUrl: national,
    questions: [
      qa('自己辞职的能领吗？', '一般不能。但是单位拖欠工资、不缴社保等，被迫离开的，可以领。'),
      qa('能领多久？', '累计缴费1到5年的，最长领12个月；5到10年的，最长18个月；10年以上的，最长24个月。'),
      qa('找到工作以后呢？', '重新就业就停发，没有领完的期限以后可以合并计算。'),
    ],
    mistakes: ['找到工作没有告诉窗口，多领的要退回。'],
    contact: ring('滕海燕', '就业服务中心', '12103'),
    tree: tree(
      ask(
        'paid',
        '失业前缴失业保险满一年了吗？',
        answer('yes', '满了，或者不清楚', { note: '不清楚的，窗口可以查。', next: 'why' }),
        answer('no', '没有满', {
          stop: '不能领失业金。请办失业登记，享受免费的就业服务；生活困难的，可以申请临时救助。',
        }),
      ),
      ask(
        'why',
        '为什么离开单位？',
        answer('ended', '合同到期、被辞退、单位关门', { adds: ['end-paper'] }),
        answer('forced', '单位拖欠工资、不缴社保，被迫离开', { adds: ['end-paper'], note: '请带上能说明情况的材料。' }),
        answer('own', '自己不想干了', { stop: '本人自愿离职的，不能领失业金。请办失业登记，享受免费的就业服务。' }),
      ),
    ),
  }),
  guide({
    title: '创业担保贷款申请',
    plainTitle: '申请创业担保贷款',
    everydayWords: words('创业贷款 贴息贷款 开店贷款 小额贷款 返乡创业 创业补贴 无息贷款'),
    kind: 'public-service',
    audience: 'business',
    basis: [employment, '财政部关于普惠金融发展专项资金管理的规定'],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '县就业服务中心、各乡镇（街道）便民服务中心',
    decidingUnitName: '县人力资源和社会保障局',
    conditions: [
      '是登记失业人员、就业困难人员、退役军人、高校毕业生、返乡创业农民工、脱贫人口等重点群体，或者招用他们的小微企业。',
      '办了营业执照，正在经营。',
      '除助学、住房等贷款外，没有其他商业贷款；信用良好。',
    ],
    materials: [
      form('loan-form', '创业担保贷款申请表'),
      idCardCopy(),
      own('licence', '营业执照', { form: 'copy' }),
      ifAsked(
        own('group-paper', '重点群体的证件', {
          form: 'copy',
          note: '退役证、毕业证、失业登记等，系统能查到的不用交。',
        }),
      ),
      ifAsked(issued('staff-list', '职工名册和社保缴费记录', '企业、社保窗口', { form: 'copy' })),
      ifAsked(own('guarantor', '担保人的身份证和收入材料', { form: 'copy' })),
    ],
    steps: [
      step('申请', '到窗口申请，工作人员初审资格。'),
      step('实地看', '就业服务中心和银行一起看经营的地方。'),
      step('担保', '10万元以下一般免担保人；以上的按规定提供担保。'),
      step('放款', '银行审批、放款，财政按规定贴息。'),
    ],
    limits: within(15),
    fee: free,
    questions: [
      qa('能贷多少？', '个人最高30万元，合伙的可以适当提高，小微企业最高400万元，实际额度由银行按经营情况定。'),
      qa('利息谁付？', '财政按规定贴一部分，其余自己付；到期不还，会影响信用，也没有贴息。'),
    ],
    mistakes: ['拿贷款去买房、还债：只能用于经营，查出来要提前收回。'],
    contact: ring('滕海燕', '就业服务中心', '12103'),
    tree: tree(
      ask(
        'who',
        '以谁的名义贷款？',
        answer('person', '个人（个体户、合伙）', { adds: ['group-paper'], next: 'amount' }),
        answer('company', '小微企业', { adds: ['staff-list'], next: 'amount' }),
      ),
      ask(
        'amount',
        '打算贷多少？',
        answer('small', '10万元以下', { next: 'open' }),
        answer('large', '10万元以上', { adds: ['guarantor'], next: 'open' }),
      ),
      ask(
        'open',
        '营业执照办好了吗？',
        answer('yes', '办好了，正在经营'),
        answer('no', '还没有', { stop: '请先看“办个体户执照”或“开公司”，开业以后再来申请。' }),
      ),
    ),
  }),
];
