import { guide } from './guide-seed.ts';
import { form, householdBook, idCard, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const code = '《中华人民共和国民法典》婚姻家庭编';
const registrar = ring('倪慧', '婚姻登记员', '13001');

/** 结婚、离婚、婚姻档案、生育登记. */
export const marriageGuides = [
  guide({
    title: '内地居民结婚登记',
    plainTitle: '结婚登记',
    everydayWords: words('结婚 领证 扯证 结婚证 办结婚证 登记结婚 补结婚证 领结婚证'),
    kind: 'registration',
    basis: [code, '《婚姻登记条例》'],
    unitName: '县民政局',
    decidingUnitName: '县民政局',
    conditions: [
      '男方满22周岁，女方满20周岁。',
      '双方自愿，都没有配偶。',
      '双方不是直系血亲，也不是三代以内旁系血亲。',
    ],
    materials: [
      own('id-cards', '双方的居民身份证', { count: 2, note: '在有效期内；当场退还。' }),
      own('photo', '双方近期半身免冠合影', { count: 3, note: '2寸；登记处可以免费照。' }),
      form('statement', '无配偶且没有近亲关系的声明', { count: 2, note: '双方当面签名。' }),
      ifAsked(own('divorce-paper', '离婚证或离婚判决书', { note: '离过婚、系统里查不到离婚信息时用。' })),
      ifAsked(own('death-paper', '配偶死亡证明', { form: 'original-and-copy', note: '丧偶、系统里查不到时用。' })),
    ],
    steps: [
      step('预约（也可以直接去）', '可以电话预约日子，不预约按到的先后办理。'),
      step('双方一起到场', '必须两个人一起来，不能代办；户口在哪里都可以。'),
      step('询问、签声明', '登记员逐项询问，双方填写声明。'),
      step('当场领证', '符合条件的当场登记，发给结婚证。'),
    ],
    limits: within(0, 0),
    fee: free,
    questions: [
      qa('还要带户口簿吗？', '不用。从2025年5月10日起，结婚登记不用户口簿，在全国任何一个婚姻登记处都能办。'),
      qa('结婚证丢了怎么补？', '带身份证，两个人一起到任何一个婚姻登记处补领，当场办好。'),
      qa('婚前检查要钱吗？', '不要。县妇幼保健机构免费做，自愿参加。'),
    ],
    mistakes: ['身份证过期了才来，先要去换身份证。', '照片一人单独一张：结婚要的是合影。'],
    contact: registrar,
    tree: tree(
      ask(
        'where',
        '双方都是内地居民吗？',
        answer('yes', '都是', { next: 'before' }),
        answer('no', '有一方是港澳台居民、华侨或外国人', {
          stop: '要到省里确定的婚姻登记机关办理，请先打咨询电话问清地方和材料。',
        }),
      ),
      ask(
        'before',
        '有没有人以前结过婚？',
        answer('no', '都是第一次'),
        answer('divorced', '离过婚', { adds: ['divorce-paper'] }),
        answer('widowed', '原来的配偶去世了', { adds: ['death-paper'] }),
      ),
    ),
  }),
  guide({
    title: '内地居民离婚登记',
    plainTitle: '离婚登记',
    everydayWords: words('离婚 离婚证 协议离婚 办离婚 冷静期 离婚协议'),
    kind: 'registration',
    basis: [code, '《婚姻登记条例》'],
    unitName: '县民政局',
    decidingUnitName: '县民政局',
    conditions: ['双方自愿离婚。', '对孩子抚养、财产和债务都谈妥，写成离婚协议。', '在内地登记结婚的。'],
    materials: [
      own('id-cards', '双方的居民身份证', { count: 2 }),
      own('marriage-papers', '双方的结婚证', { count: 2, note: '丢失的先补领。' }),
      own('agreement', '离婚协议书', { count: 3, note: '登记处有参考样本；在登记员面前签名。' }),
      own('photo', '各自2寸近期半身免冠照片', { count: 4, note: '每人两张，可以现场照。' }),
      form('application', '离婚登记申请书'),
    ],
    steps: [
      step('申请', '两个人一起到婚姻登记处，交材料，领受理回执。'),
      step('冷静期30日', '从收到申请之日起30日内，任何一方反悔都可以撤回。'),
      step('领证', '30日满后的30日内，两个人再一起来，审查后发离婚证；不来的视为撤回。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa(
        '一方不同意离怎么办？',
        '不能在登记处办。可以请人调解，或者向人民法院起诉。没有钱请律师的，可以申请法律援助。',
      ),
      qa('承诺的办结时间为什么是当场？', '冷静期是法律规定的，不算在办理时间里；冷静期满后来领证，当场办好。'),
    ],
    mistakes: ['冷静期满后超过30日才来，申请作废，要从头再来。'],
    contact: registrar,
    tree: tree(
      ask(
        'agree',
        '双方都同意离婚吗？',
        answer('yes', '都同意', { next: 'settled' }),
        answer('no', '有一方不同意', { stop: '请向人民法院起诉；也可以先到县婚姻家庭纠纷调解室，免费调解。' }),
      ),
      ask(
        'settled',
        '孩子、财产、债务都谈妥了吗？',
        answer('yes', '谈妥了，写得出协议', { next: 'papers' }),
        answer('no', '还没有', { stop: '请先谈妥。登记处有婚姻家庭辅导员，免费帮助双方谈。' }),
      ),
      ask(
        'papers',
        '两本结婚证都在吗？',
        answer('yes', '都在'),
        answer('no', '丢了', { note: '带身份证当场先补领结婚证，再办离婚。' }),
      ),
    ),
  }),
  guide({
    title: '婚姻登记档案查询',
    plainTitle: '查婚姻档案',
    everydayWords: words('婚姻档案 查结婚登记 结婚证明 补婚姻证明 单身证明 婚姻状况 无婚姻登记证明 婚姻登记记录'),
    kind: 'public-service',
    basis: ['《婚姻登记档案管理办法》', '《中华人民共和国档案法》'],
    unitName: '县档案馆',
    acceptingWords: '县档案馆查阅室、县民政局婚姻登记处',
    conditions: ['查自己的婚姻登记，或者受本人委托。', '律师、司法机关依照法律规定查询。'],
    materials: [
      idCard(),
      ...proxyPapers,
      ifAsked(issued('lawyer-letter', '律师事务所介绍信和律师执业证', '律师事务所')),
    ],
    steps: [
      step('说清哪一年登记的', '年代久的在县档案馆，近些年的在婚姻登记处，窗口会帮您查在哪里。'),
      step('填查阅单', '出示身份证，填写用途。'),
      step('查找、复印', '查到后当场复印，盖档案证明章。'),
    ],
    limits: within(0),
    fee: free,
    questions: [
      qa(
        '哪里开单身证明？',
        '民政部门不再出具无婚姻登记记录证明（办理涉外、涉台事务等除外），需要核实的单位可以自己查询。',
      ),
      qa(
        '以前在乡里登记的，还查得到吗？',
        '原来乡镇办的婚姻登记档案已经移交县档案馆，多数查得到；确实没有存档的，窗口出具查无档案的说明。',
      ),
    ],
    mistakes: ['代办人只带了自己的身份证，没有带委托人的身份证和委托书。'],
    contact: ring('龚雅琴', '查阅利用股', '13700'),
    tree: tree(
      ask(
        'who',
        '谁去查？',
        answer('self', '本人'),
        answer('proxy', '请人代查', { adds: ['proxy', 'proxy-id'] }),
        answer('lawyer', '律师', { adds: ['lawyer-letter'] }),
      ),
    ),
  }),
  guide({
    title: '生育登记',
    plainTitle: '生育登记',
    everydayWords: words('准生证 生育服务证 怀孕登记 生孩子登记 生育证 服务登记 怀孕了'),
    kind: 'registration',
    basis: ['《中华人民共和国人口与计划生育法》'],
    unitName: '县卫生健康局',
    acceptingWords: '户籍地或居住地乡镇（街道）便民服务中心',
    conditions: ['怀孕以后、孩子出生以前都可以登记；出生后也可以补登。'],
    materials: [
      idCard(),
      ifAsked(householdBook('系统里查不到户籍信息时用。')),
      ifAsked(
        issued('pregnancy-paper', '怀孕诊断证明', '医院或乡镇卫生院', {
          form: 'copy',
          note: '领叶酸、建孕产妇手册时一起用。',
        }),
      ),
    ],
    steps: [
      step('手机登记', '在国家政务服务平台搜“生育登记”，填写后当场办好。'),
      step('窗口登记', '不会用手机的，带身份证到便民服务中心，当场办好。'),
      step('建孕产妇手册', '到乡镇卫生院建手册，免费做基本检查。'),
    ],
    limits: atOnce,
    fee: free,
    onlineUrl: 'https://gjzwfw.www.gov.cn',
    questions: [
      qa('没有结婚能登记吗？', '能。生育登记不限制是否结婚，也不限制第几个孩子。'),
      qa('不登记孩子能上户口吗？', '能。上户口不以生育登记为条件。登记是为了方便享受孕检和生育服务。'),
    ],
    mistakes: ['把生育登记当成报销的凭证：生育医疗费报销另外在医保窗口办。'],
    contact: ring('舒琳', '人口家庭股', '12601'),
    tree: tree(
      ask(
        'when',
        '现在是什么情况？',
        answer('pregnant', '已经怀孕', { adds: ['pregnancy-paper'], next: 'where' }),
        answer('born', '孩子已经出生，想补登记', { note: '不补登记也不影响给孩子上户口。', next: 'where' }),
      ),
      ask(
        'where',
        '打算怎么登记？',
        answer('phone', '自己在手机上登记', { note: '手机上填写姓名和身份证号码就可以，不用交材料。' }),
        answer('window', '到窗口登记，户口在本县'),
        answer('away', '到窗口登记，户口不在本县', { adds: ['household-book'] }),
      ),
    ),
  }),
];
