import { guide } from './guide-seed.ts';
import { form, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, free, qa, ring, step, tree, within, words } from './wording.ts';

const registration = '《中华人民共和国市场主体登记管理条例》';
const registrar = ring('岳思源', '企业登记窗口', '13801');
const hall = '县政务服务大厅企业开办窗口、各镇市场监管所';

/** 营业执照: opened, changed into, closed. */
export const businessGuides = [
  guide({
    title: '个体工商户设立登记',
    plainTitle: '办个体户执照',
    everydayWords: words('个体户 营业执照 开店 办执照 工商执照 小卖部执照 开网店 工商登记 摆摊执照'),
    kind: 'licence',
    audience: 'business',
    basis: [registration, '《促进个体工商户发展条例》'],
    unitName: '县市场监督管理局',
    acceptingWords: hall,
    decidingUnitName: '县市场监督管理局',
    conditions: [
      '有经营能力的公民。',
      '有经营场所；只在网上经营的，可以用网络经营场所登记。',
      '经营的内容不是法律禁止的。',
    ],
    materials: [
      form('open-form', '个体工商户登记申请书'),
      idCard('经营者本人的；在网上办的，刷脸代替。'),
      ifAsked(own('place-own', '经营场所的产权材料', { form: 'copy', note: '自己的房子。' })),
      ifAsked(own('place-lease', '租赁合同', { form: 'copy', note: '租的房子，附房东的产权材料复印件。' })),
      ifAsked(issued('place-online', '网络经营场所的材料', '电商平台出具')),
      ifAsked(own('family-paper', '家庭成员的身份证和亲属关系材料', { form: 'copy', note: '家庭经营的交。' })),
      ...proxyPapers,
    ],
    steps: [
      step('想好名字和经营范围', '名字可以不起；起的话先在网上查有没有人用。'),
      step('申请', '网上或窗口申请。'),
      step('当场登记', '材料齐全的当场办好。'),
      step('领执照', '窗口领、邮寄或者下载电子营业执照。'),
    ],
    limits: within(1, 3),
    fee: free,
    onlineUrl: 'https://gjzwfw.www.gov.cn',
    questions: [
      qa('在村里卖点自家种的菜要办执照吗？', '不用。卖自己生产的农副产品、零星小额的交易，不用登记。'),
      qa('住宅能不能登记成经营场所？', '可以，要有利害关系的业主同意；做餐饮、噪声大的行业不行。'),
      qa('办执照后要报税吗？', '要按规定申报。小规模的有减免，具体问县税务局窗口。'),
    ],
    mistakes: ['有了执照就以为能卖吃的：餐饮、食品还要办许可或备案。', '忘了每年1月1日到6月30日报年报。'],
    contact: registrar,
    tree: tree(
      ask(
        'need',
        '您要做的是哪一种？',
        answer('shop', '有铺面的店', { next: 'place' }),
        answer('online', '只在网上卖', { adds: ['place-online'], next: 'family' }),
        answer('own-produce', '只卖自家种的、养的', { stop: '卖自己生产的农副产品不用办营业执照。' }),
      ),
      ask(
        'place',
        '铺面是谁的？',
        answer('own', '自己的', { adds: ['place-own'], next: 'family' }),
        answer('lease', '租的', { adds: ['place-lease'], next: 'family' }),
      ),
      ask(
        'family',
        '个人经营还是家庭经营？',
        answer('one', '个人经营', { next: 'who' }),
        answer('family', '家庭经营', { adds: ['family-paper'], note: '以家庭的财产承担债务。', next: 'who' }),
      ),
      ask(
        'who',
        '谁去办？',
        answer('self', '经营者本人'),
        answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '有限责任公司设立登记',
    plainTitle: '开公司',
    everydayWords: words('开公司 注册公司 企业开办 公司注册 公司执照 办企业 一人公司'),
    kind: 'licence',
    audience: 'business',
    basis: ['《中华人民共和国公司法》', registration],
    unitName: '县市场监督管理局',
    acceptingWords: '县政务服务大厅企业开办窗口',
    decidingUnitName: '县市场监督管理局',
    conditions: ['股东1至50人。', '有公司章程、名称、住所和组织机构。', '认缴的出资自公司成立起5年内缴足。'],
    materials: [
      form('open-form', '公司登记（备案）申请书'),
      own('charter', '公司章程', { note: '窗口有免费的样本，全体股东签名。' }),
      idCardCopy('股东、董事、监事、经理都要；网上办的，刷脸代替。'),
      ifAsked(own('investor-licence', '法人股东的营业执照', { form: 'copy', note: '盖公章。' })),
      ifAsked(own('place-own', '住所的产权材料', { form: 'copy' })),
      ifAsked(own('place-lease', '租赁合同和房东的产权材料', { form: 'copy' })),
      ...proxyPapers,
    ],
    steps: [
      step('网上填报', '在企业开办“一网通办”平台填一次，执照、刻章、税务、社保一起办。'),
      step('全体签名', '股东在手机上电子签名。'),
      step('登记', '审核通过，发营业执照。'),
      step('领齐', '在一个窗口领执照、公章和税务材料。首套公章由县里免费刻。'),
    ],
    limits: within(1, 3),
    fee: free,
    onlineUrl: 'https://gjzwfw.www.gov.cn',
    questions: [
      qa(
        '公司和个体户有什么不同？',
        '公司以公司的财产承担责任，股东以出资为限；个体户由经营者自己承担。公司要做账、报税，手续多一些。',
      ),
      qa('注册资本填多少好？', '量力而行。5年内要缴足，填多了责任大。'),
    ],
    mistakes: ['把注册资本填得很大，到期缴不出来。', '名称里没有行业、没有“有限公司”字样。'],
    contact: registrar,
    tree: tree(
      ask(
        'investor',
        '股东是谁？',
        answer('persons', '都是个人', { next: 'place' }),
        answer('company', '有公司或者合作社', { adds: ['investor-licence'], next: 'place' }),
        answer('foreign', '有外国投资者', { stop: '外商投资的公司，请先打咨询电话，由授权的登记机关办理。' }),
      ),
      ask(
        'place',
        '公司住所是谁的？',
        answer('own', '自己的', { adds: ['place-own'], next: 'who' }),
        answer('lease', '租的', { adds: ['place-lease'], next: 'who' }),
      ),
      ask(
        'who',
        '谁去办？',
        answer('self', '法定代表人'),
        answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '市场主体注销登记',
    plainTitle: '注销营业执照',
    everydayWords: words('注销 关店 不干了 注销执照 注销公司 简易注销 关公司 吊销 清算'),
    kind: 'licence',
    audience: 'business',
    basis: [registration],
    unitName: '县市场监督管理局',
    acceptingWords: hall,
    decidingUnitName: '县市场监督管理局',
    conditions: [
      '不再经营，税款、工资、社保和债务已经清完。',
      '没有被列入经营异常名录、没有被查封和立案；有的先处理。',
    ],
    materials: [
      form('close-form', '注销登记申请书'),
      own('licence', '营业执照正副本', { note: '丢了的，在国家企业信用信息公示系统公告作废。' }),
      ifAsked(form('promise', '全体投资人承诺书', { note: '简易注销用。' })),
      ifAsked(own('liquidation', '清算报告和决议', { note: '普通注销用；债权人公告满45日。' })),
      ifAsked(issued('tax-paper', '清税证明', '县税务局', { note: '系统里能查到的不用交。' })),
      ...proxyPapers,
    ],
    steps: [
      step('先清税', '到税务窗口或者网上办清税；没有领过发票、没有欠税的可以免办。'),
      step('公示', '简易注销在网上公示20日；个体户不用公示。'),
      step('申请注销', '公示期满20日内提出。'),
      step('办结', '收回执照，发注销通知书。'),
    ],
    limits: within(1, 3),
    fee: free,
    onlineUrl: 'https://gjzwfw.www.gov.cn',
    questions: [qa('执照放着不管行不行？', '不行。不报年报会列入异常名录，影响本人贷款、开新店，请及时注销。')],
    mistakes: ['公示期满忘了再提交申请，简易注销作废，要重新来。'],
    contact: registrar,
    tree: tree(
      ask(
        'kind',
        '要注销的是什么？',
        answer('individual', '个体户', { adds: ['tax-paper'], next: 'who' }),
        answer('company', '公司', { adds: ['tax-paper'], next: 'debts' }),
      ),
      ask(
        'debts',
        '公司没有欠债、欠税、欠工资吗？',
        answer('none', '都没有，或者已经还清', { adds: ['promise'], note: '走简易注销，公示20日。', next: 'who' }),
        answer('some', '还有没清的', { adds: ['liquidation'], note: '先成立清算组，通知债权人。', next: 'who' }),
      ),
      ask(
        'who',
        '谁去办？',
        answer('self', '经营者或法定代表人'),
        answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
];
