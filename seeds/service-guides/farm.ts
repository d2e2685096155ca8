import { guide } from './guide-seed.ts';
import { bankCard, form, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, free, qa, ring, step, tree, within, words } from './wording.ts';

/** 种地、农机、砍树、取水. */
export const farmGuides = [
  guide({
    title: '农机购置与应用补贴申请',
    plainTitle: '领农机补贴',
    everydayWords: words('农机补贴 买拖拉机补贴 旋耕机补贴 微耕机 收割机补贴 农机购置补贴 机器补贴'),
    kind: 'payment',
    basis: ['《中华人民共和国农业机械化促进法》', '农业农村部、财政部关于农机购置与应用补贴的实施意见'],
    unitName: '县农业农村局',
    acceptingWords: '县农业农村局农机窗口、各乡镇（街道）农业服务中心',
    decidingUnitName: '县农业农村局',
    conditions: [
      '在本县从事农业生产的个人或者农业生产经营组织。',
      '买的机具在本省补贴范围里，是合格产品。',
      '机具没有卖给别人，也没有领过补贴。',
    ],
    materials: [
      idCard(),
      own('invoice', '购机发票', { note: '写明机具型号、出厂编号和发动机号。' }),
      form('machine-form', '农机购置与应用补贴申请表'),
      ifAsked(own('driving-paper', '拖拉机、联合收割机行驶证', { form: 'copy', note: '先上牌，再领补贴。' })),
      ifAsked(own('organisation-licence', '营业执照', { form: 'copy' })),
      bankCard(),
    ],
    steps: [
      step('自主购机', '自己选机器、自己谈价，先付全款，保留发票。'),
      step('申请', '在手机补贴软件上传照片，或者带材料到窗口。'),
      step('核验', '工作人员核对机具，大型的上门看机。'),
      step('公示', '公示享受补贴的信息。'),
      step('打款', '财政部门把补贴打到卡上。'),
    ],
    limits: within(15),
    fee: free,
    questions: [
      qa('补贴多少？', '同一类机具全省一个标准，按额定给，不是按买价的百分比；窗口和手机软件上都能查到。'),
      qa('今年补贴资金用完了怎么办？', '先登记排队，下一年的资金到了，按排队的先后发放。'),
    ],
    mistakes: ['经销商说能代办、多报价格：虚开发票是骗补，要追回补贴并受处罚。', '机器铭牌丢了，没法核验。'],
    contact: ring('翟满仓', '农机股', '12211'),
    tree: tree(
      ask(
        'who',
        '谁买的？',
        answer('person', '自己家买的', { next: 'machine' }),
        answer('group', '合作社或公司买的', {
          adds: ['organisation-licence'],
          note: '银行账户用单位的对公账户。',
          next: 'machine',
        }),
      ),
      ask(
        'machine',
        '是拖拉机或者联合收割机吗？',
        answer('yes', '是', { adds: ['driving-paper'] }),
        answer('no', '不是（微耕机、水泵、烘干机等）', { next: 'used' }),
      ),
      ask(
        'used',
        '买的是新机器吗？',
        answer('new', '新的'),
        answer('second-hand', '二手的', { stop: '二手机具不能领购置补贴。旧机器报废的，可以另外申请报废更新补贴。' }),
      ),
    ),
  }),
  guide({
    title: '耕地地力保护补贴发放',
    plainTitle: '领耕地地力补贴',
    everydayWords: words('种粮补贴 地力补贴 粮食直补 直补 田补 种地补贴 惠农补贴 一卡通'),
    kind: 'payment',
    basis: ['《中华人民共和国农业法》', '财政部、农业部关于全面推开农业“三项补贴”改革工作的通知'],
    unitName: '县农业农村局',
    acceptingWords: '承包地所在的村（社区）、乡镇（街道）农业服务中心',
    decidingUnitName: '县农业农村局',
    conditions: ['有土地承包经营权，而且耕地还在耕种。', '已经退耕、建房、长期撂荒或者改成设施用地的，不领补贴。'],
    materials: [
      idCard(),
      bankCard('用来发补贴，打到社保卡“一卡通”。'),
      own('contract', '土地承包经营权证', { form: 'copy', note: '村里有底册的，不用交。' }),
    ],
    steps: [
      step('村里核对面积', '每年春耕前，村里按确权面积和耕种情况登记，请本人核对签字。'),
      step('公示', '在村里公示7天。'),
      step('乡镇、县里审核', '抽查有没有撂荒、多报。'),
      step('打款', '一般在6月底以前打到卡上。'),
    ],
    limits: within(30),
    fee: free,
    questions: [
      qa('地租给别人种，补贴归谁？', '补贴给有承包权的农户；双方另有约定的，按约定。'),
      qa('公示的面积不对怎么办？', '公示的7天里告诉村里，当面丈量改正；不改的，打下面的电话。'),
    ],
    mistakes: ['卡销户了、换了卡没有告诉村里，钱退了回去。'],
    contact: ring('于春和', '种植业管理股', '12212'),
    reviewInMonths: -2,
  }),
  guide({
    title: '林木采伐许可',
    plainTitle: '砍树办证',
    everydayWords: words('砍树 伐木 采伐证 砍树证 卖树 林木采伐 砍伐 自留山'),
    kind: 'licence',
    basis: ['《中华人民共和国森林法》第五十六条、第五十七条', '《中华人民共和国森林法实施条例》'],
    unitName: '县林业局',
    acceptingWords: '县林业局窗口、林木所在地乡镇（街道）林业站',
    decidingUnitName: '县林业局',
    conditions: ['林木归申请人所有，没有争议。', '在年度采伐限额以内。', '不在禁止采伐的区域。'],
    materials: [
      form('cut-form', '林木采伐申请表'),
      idCardCopy(),
      own('forest-paper', '林权证或不动产权证书', { form: 'copy', note: '没有证的，由村里说明权属并公示。' }),
      ifAsked(own('replant', '更新造林的承诺', { note: '表上有这一栏，签名就可以。' })),
      ifAsked(
        issued('survey', '伐区调查设计材料', '有能力的单位编制', {
          note: '采伐量大的才要；本县由林业站免费帮农户做。',
        }),
      ),
      ...proxyPapers,
    ],
    steps: [
      step('申请', '在手机“林木采伐”小程序、林业站或大厅窗口申请。'),
      step('现场查看', '林业站到现场看林木和界线，小额采伐实行告知承诺。'),
      step('发证', '批准后发采伐许可证，写明地点、数量和期限。'),
      step('采伐和补种', '按证采伐，采伐后当年或次年更新造林。'),
    ],
    limits: within(5, 20),
    fee: free,
    questions: [
      qa(
        '房前屋后自己栽的树要办证吗？',
        '农村居民采伐自留地和房前屋后个人所有的零星林木，不用办证。但古树名木不能砍。',
      ),
      qa('竹子要办证吗？', '非林地上的竹子不用办；自然保护区以外的竹林采伐不用办采伐许可证，但要符合采伐技术规程。'),
    ],
    mistakes: ['把证上写的数量砍完以后接着砍：超出的部分算滥伐。', '只问了村干部，没有办证就砍了承包山上的树。'],
    contact: ring('巫林生', '森林资源管理股', '13401'),
    tree: tree(
      ask(
        'where',
        '要砍的树长在哪里？',
        answer('home', '自留地或房前屋后，自己栽的零星几棵', {
          stop: '不用办采伐许可证。砍之前看一看是不是挂牌的古树，靠近电线的先打供电所电话。',
        }),
        answer('hill', '自留山、承包山或者成片的林子', { next: 'amount' }),
        answer('protected', '自然保护区或者挂牌的古树', {
          stop: '禁止采伐。有危险要处理的，请打电话给林业局现场查看。',
        }),
      ),
      ask(
        'amount',
        '大概砍多少？',
        answer('small', '不超过15立方米', { adds: ['replant'], note: '实行告知承诺，不用伐区设计。', next: 'who' }),
        answer('large', '超过15立方米', { adds: ['replant', 'survey'], next: 'who' }),
      ),
      ask(
        'who',
        '谁来申请？',
        answer('self', '林木的主人'),
        answer('proxy', '买树的人或别人代办', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '取水许可',
    plainTitle: '打井取水办证',
    everydayWords: words('取水证 打井 取水许可 抽水 抽河水 机井 养鱼用水 水资源'),
    kind: 'licence',
    audience: 'business',
    basis: ['《中华人民共和国水法》第四十八条', '《取水许可和水资源费征收管理条例》'],
    unitName: '县水利局',
    decidingUnitName: '县水利局',
    conditions: ['利用取水工程或设施，直接从江河、湖泊或者地下取水。', '取水的地点、数量和用途合理，不影响别人用水。'],
    materials: [
      form('water-form', '取水许可申请书', { count: 2 }),
      own('licence', '营业执照或居民身份证', { form: 'copy' }),
      ifAsked(issued('report', '建设项目水资源论证报告', '有能力的单位编制')),
      ifAsked(form('report-form', '建设项目水资源论证表', { note: '取水量较小的填表就可以。' })),
      ifAsked(own('third-party', '和有利害关系的人协商的材料', { note: '取水会影响下游、邻近用水户时交。' })),
    ],
    steps: [
      step('申请', '取水工程开工前提出，不要先打井再补证。'),
      step('审查', '现场查看水源，必要时公告听取意见。'),
      step('决定', '批准后才能施工。'),
      step('验收发证', '设施建好、试运行满30日后申请验收，发取水许可证；要装计量设施。'),
    ],
    limits: within(20, 45),
    fee: free,
    questions: [
      qa('家里打口井自己吃水，要办证吗？', '不用。家庭生活、零星散养的畜禽饮用等少量取水，不用申请取水许可。'),
      qa(
        '办证不收费，那水资源税是什么？',
        '办证不收钱；取了水以后，按实际取水量向税务部门缴水资源税，农业生产用水在规定限额以内免征。',
      ),
    ],
    mistakes: ['在城市供水管网覆盖的地方打深井：一般不批准。', '没有装水表，按设备最大能力计算取水量。'],
    contact: ring('江涛', '水资源股', '12111'),
    tree: tree(
      ask(
        'use',
        '取水做什么用？',
        answer('home', '家里吃水、喂几头牲口', { stop: '少量的生活取水不用办取水许可。' }),
        answer('irrigate', '村集体用自己的塘、水库浇地', {
          stop: '农村集体经济组织使用本集体的水塘、水库中的水，不用办取水许可。',
        }),
        answer('business', '养殖、加工、经营', { next: 'amount' }),
        answer('emergency', '临时抗旱、排水', { stop: '紧急抗旱、施工临时排水不用事先办证，请及时报告县水利局。' }),
      ),
      ask(
        'amount',
        '一年大概取多少水？',
        answer('small', '地表水不超过5万立方米', { adds: ['report-form'], next: 'neighbours' }),
        answer('large', '更多，或者取地下水较多', { adds: ['report'], next: 'neighbours' }),
      ),
      ask(
        'neighbours',
        '会不会影响别人用水？',
        answer('no', '不会'),
        answer('yes', '可能会', { adds: ['third-party'] }),
      ),
    ),
  }),
];
