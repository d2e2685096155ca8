import { guide } from './guide-seed.ts';
import { form, householdBook, idCard, ifAsked, issued, own } from './papers.ts';
import { answer, ask, charged, free, ofCalendarDays, qa, ring, step, tree, within, words } from './wording.ts';

/** 身份证、居住证. */
export const identityGuides = [
  guide({
    title: '居民身份证申领、换领、补领',
    plainTitle: '办身份证',
    everydayWords: words(
      '身份证 换身份证 补身份证 身份证掉了 身份证丢了 身份证过期 身份证到期 首次办身份证 异地办身份证',
    ),
    kind: 'confirmation',
    basis: ['《中华人民共和国居民身份证法》'],
    unitName: '县公安局',
    acceptingWords: '县内任何一个派出所或政务服务大厅公安窗口',
    decidingUnitName: '县公安局',
    conditions: [
      '年满16周岁的应当申领；未满16周岁的可以由监护人代为申领。',
      '证件到期、损坏、登记内容变了的换领；丢失的补领。',
      '外省、外县户口也可以在本县办理换领和补领。',
    ],
    materials: [
      ifAsked(householdBook('首次申领的和未满16周岁的带；大人换领、补领的不用带。')),
      ifAsked(own('old-card', '旧的居民身份证', { note: '领新证时交回。' })),
      ifAsked(own('guardian-card', '监护人居民身份证', { note: '未满16周岁的由监护人陪着来。' })),
      form('claim-form', '居民身份证申领登记表', { note: '民警打印，本人核对签名。' }),
    ],
    steps: [
      step('本人到窗口', '要现场照相、按指纹，所以必须本人来，不能代办。'),
      step('核对登记', '核对身份，签申领登记表。'),
      step('制证', '省级公安机关统一制作。'),
      step('领证', '凭领证凭条到窗口领取，也可以选择邮寄，邮费自付。'),
    ],
    limits: within(20, ofCalendarDays(60)),
    fee: charged(
      '《中华人民共和国居民身份证法》第二十条和国家发展改革委、财政部关于居民身份证收费标准的规定',
      '首次申领不收费；到期换领20元；丢失、损坏补领40元；临时身份证10元。',
    ),
    questions: [
      qa(
        '急着坐车、考试，等不了怎么办？',
        '可以同时申请临时居民身份证，3个工作日内取得；坐火车也可以在铁路12306上办电子临时身份证明。',
      ),
      qa('老人下不了床，怎么办身份证？', '请家人或村干部给派出所打电话预约，民警带设备上门采集照片和指纹，不收费。'),
      qa('身份证有效期多长？', '未满16周岁5年，16至25周岁10年，26至45周岁20年，46周岁以上长期有效。'),
    ],
    mistakes: [
      '照相时穿白衣服、戴项链、刘海遮眉毛，都要重新照。',
      '旧身份证丢了以后又找到：补领之后旧证作废，不能再用。',
    ],
    contact: ring('付佳', '户政窗口民警', '11002'),
    tree: tree(
      ask(
        'why',
        '您要怎么办？',
        answer('first', '第一次办', { adds: ['household-book'], next: 'age' }),
        answer('renew', '快到期了、坏了或者内容变了', { adds: ['old-card'], next: 'age' }),
        answer('lost', '丢了，要补', { note: '可以在窗口一并申报丢失。', next: 'age' }),
      ),
      ask(
        'age',
        '办证的人多大年纪？',
        answer('child', '未满16周岁', { adds: ['guardian-card', 'household-book'] }),
        answer('adult', '16周岁以上', { note: '必须本人到场。' }),
      ),
    ),
  }),
  guide({
    title: '居住证申领、签注',
    plainTitle: '办居住证',
    everydayWords: words('暂住证 居住证签注 外地人办证 居住登记 流动人口登记 租房登记'),
    kind: 'confirmation',
    basis: ['《居住证暂行条例》'],
    unitName: '县公安局',
    acceptingWords: '居住地派出所或受委托的社区',
    decidingUnitName: '县公安局',
    conditions: [
      '离开户口所在地，到本县居住半年以上。',
      '有稳定的工作、稳定的住处或者在这里连续上学，三样符合一样就可以。',
    ],
    materials: [
      idCard(),
      own('photo', '本人近期一寸照片', { note: '窗口能现场照相的，不用自己带。' }),
      ifAsked(
        own('lease', '租房合同或房屋产权证明', { form: 'original-and-copy', note: '住亲戚家的，由房主写留宿说明。' }),
      ),
      ifAsked(issued('job-paper', '劳动合同或单位开的工作证明', '工作单位', { form: 'original-and-copy' })),
      ifAsked(issued('study-paper', '学生证或学校开的就读证明', '就读学校', { form: 'original-and-copy' })),
    ],
    steps: [
      step('先登记居住', '到本县后先在派出所或社区登记居住信息，从登记那天起算半年。'),
      step('申领', '满半年后带材料申请。'),
      step('审核制证', '派出所审核，15日内制作发放；偏远地方最长30日。'),
      step('每年签注', '在发证满一年前的一个月里去签注一次，否则居住证会停用。'),
    ],
    limits: within(10, ofCalendarDays(15)),
    fee: free,
    questions: [
      qa(
        '刚来，没有登记过，能直接办吗？',
        '不能。请先登记居住，满半年再申领。能证明已经住满半年的材料也可以拿来给民警看。',
      ),
      qa(
        '有了居住证有什么好处？',
        '可以在这里享受义务教育、基本公共就业服务、基本公共卫生服务，还能就地办身份证、考驾照、办车牌。',
      ),
    ],
    mistakes: ['忘了每年签注，到孩子报名上学时才发现居住证已经停用。'],
    contact: ring('付佳', '户政窗口民警', '11002'),
    tree: tree(
      ask(
        'registered',
        '您在本县登记居住满半年了吗？',
        answer('yes', '满了', { next: 'ground' }),
        answer('no', '没有，或者没登记过', {
          stop: '请先到派出所或社区登记居住，当场办好，不收费；满半年后再申领居住证。',
        }),
      ),
      ask(
        'ground',
        '您在本县属于哪一种情况？',
        answer('home', '租房、自己有房或住在亲友家', { adds: ['lease'] }),
        answer('job', '在这里上班', { adds: ['job-paper'] }),
        answer('study', '在这里上学', { adds: ['study-paper'] }),
      ),
    ),
  }),
  guide({
    title: '开具无犯罪记录证明',
    plainTitle: '开无犯罪记录证明',
    everydayWords: words('无犯罪证明 无犯罪记录 政审证明 应聘证明 没有犯过罪的证明'),
    kind: 'public-service',
    basis: ['《公安机关办理犯罪记录查询工作规定》'],
    unitName: '县公安局',
    acceptingWords: '户籍地或居住地派出所',
    conditions: ['本人查询自己的犯罪记录，或者用人单位依照法律规定查询。'],
    materials: [
      idCard(),
      form('query-form', '个人查询申请表'),
      ifAsked(own('residence-card', '居住证', { note: '在居住地派出所查询的外地户口居民带。' })),
      ifAsked(form('proxy', '委托书', { note: '由本人签名。' })),
      ifAsked(own('proxy-id', '代办人居民身份证')),
    ],
    steps: [
      step('到派出所申请', '填写查询申请表。'),
      step('查询', '派出所在系统里查询。'),
      step('领取告知函', '没有记录的，发给查询告知函。'),
    ],
    limits: within(1, 3),
    fee: free,
    questions: [qa('村里能开这个证明吗？', '不能。村（社区）不开无犯罪记录证明，只由公安机关查询后出具。')],
    mistakes: ['告知函有注明的用途，换了用途要重新申请。'],
    contact: ring('付佳', '户政窗口民警', '11002'),
    tree: tree(
      ask(
        'who',
        '谁去办？',
        answer('self', '本人去', { next: 'where' }),
        answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'], next: 'where' }),
      ),
      ask(
        'where',
        '户口在本县吗？',
        answer('here', '在本县'),
        answer('away', '在外地，人住在本县', { adds: ['residence-card'] }),
      ),
    ),
    onlineUrl: 'https://gjzwfw.www.gov.cn',
  }),
];
