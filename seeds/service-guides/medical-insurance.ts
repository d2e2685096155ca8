import { guide } from './guide-seed.ts';
import { bankCard, form, householdBook, idCard, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const basis = ['《中华人民共和国社会保险法》', '《医疗保障基金使用监督管理条例》'];
const clerk = ring('柯雨桐', '待遇保障股', '12201');
const national = 'https://fuwu.nhsa.gov.cn';

/** 医保. */
export const medicalInsuranceGuides = [
  guide({
    title: '城乡居民基本医疗保险参保登记',
    plainTitle: '参加居民医保',
    everydayWords: words('医保 买医保 合作医疗 新农合 农合 居民医保 新生儿医保 交医保 学生医保'),
    kind: 'public-service',
    basis,
    unitName: '县医疗保障局',
    acceptingWords: '各乡镇（街道）便民服务中心、村（社区）便民服务站',
    conditions: ['没有参加职工医保。', '户口在本县，或者持有本县居住证。'],
    materials: [
      idCard('没有身份证的孩子带户口簿。'),
      ifAsked(householdBook('孩子上好户口以后带。')),
      ifAsked(own('birth-paper', '出生医学证明', { note: '孩子还没有上户口的先带这个。' })),
      ifAsked(own('residence-card', '居住证')),
    ],
    steps: [
      step('登记', '第一次参保的先登记；去年参加过的不用再登记，直接缴费。'),
      step('缴费', '每年集中缴费期向税务部门缴下一年的费，期限以当年通知为准。'),
      step('享受待遇', '按时缴费的，从次年1月1日起享受。'),
    ],
    limits: atOnce,
    fee: free,
    onlineUrl: national,
    questions: [
      qa('刚出生的孩子什么时候参保？', '出生90天内参保缴费的，从出生那天起看病都能报销，不受集中缴费期限制。'),
      qa('错过集中缴费期怎么办？', '可以补缴，但有一段等待期，等待期里看病不能报销，请尽量按时缴。'),
      qa('外地已经参加了，这里还要交吗？', '不要重复参保。在一个地方参加就可以，异地看病办备案。'),
    ],
    mistakes: ['以为登记过就有医保：当年没有缴费，下一年就没有待遇。'],
    contact: ring('柯雨桐', '参保窗口', '12200'),
    tree: tree(
      ask(
        'who',
        '给谁参保？',
        answer('adult', '大人', { next: 'home' }),
        answer('child', '已经上了户口的孩子', { adds: ['household-book'] }),
        answer('baby', '还没有上户口的新生儿', {
          adds: ['birth-paper'],
          note: '上了户口以后，再来把姓名和身份号码改过来。',
        }),
      ),
      ask('home', '户口在本县吗？', answer('here', '在本县'), answer('away', '不在', { adds: ['residence-card'] })),
    ),
  }),
  guide({
    title: '基本医疗保险异地就医备案',
    plainTitle: '异地就医备案',
    everydayWords: words('外地看病 转院 医保备案 异地看病 异地报销 外地住院 转诊 外地直接结算 跨省就医'),
    kind: 'public-service',
    basis: [...basis, '国家医保局、财政部关于基本医疗保险跨省异地就医直接结算的规定'],
    unitName: '县医疗保障局',
    acceptingWords: '县政务服务大厅医保窗口、各乡镇（街道）便民服务中心',
    conditions: ['在本县参加职工医保或居民医保。', '要到市外、省外看病，或者长期住在外地。'],
    materials: [
      idCard('在手机上备案的，填身份证号码就可以。'),
      ifAsked(
        own('residence-proof', '在外地居住的材料', {
          form: 'copy',
          note: '居住证、户口簿、租房合同等，有一样就可以。',
        }),
      ),
      ifAsked(
        issued('referral', '转诊转院意见', '本县有转诊资格的医院', { note: '医院在系统里已经登记的，不用交纸。' }),
      ),
      ...proxyPapers,
    ],
    steps: [
      step('看病前备案', '手机上打开国家医保服务平台，选参保地、就医地，提交备案。'),
      step('窗口或电话备案', '不会用手机的，到窗口或打电话办。'),
      step('带医保码看病', '备案成功后，在外地联网的医院直接结算，自己只付该付的那部分。'),
    ],
    limits: atOnce,
    fee: free,
    onlineUrl: national,
    questions: [
      qa('急病来不及备案怎么办？', '急诊抢救的视同已经备案。其他情况出院结算前补办备案，也能直接结算。'),
      qa('没有备案，自己先付了钱还能报吗？', '能回来报销，但报销比例可能低一些，请把发票、费用清单和病历留好。'),
    ],
    mistakes: ['备案时选错了就医地城市，结算时系统查不到。'],
    contact: clerk,
    tree: tree(
      ask(
        'why',
        '您为什么去外地看病？',
        answer('live', '长期在外地住（打工、带孙子、养老）', { adds: ['residence-proof'], next: 'who' }),
        answer('referral', '本地医院建议转院', { adds: ['referral'], next: 'who' }),
        answer('self', '自己想去外地看', { note: '可以自己备案，报销比例按本县规定会低一些。', next: 'who' }),
        answer('emergency', '在外地突然得急病', { stop: '急诊抢救视同已经备案，直接拿医保码看病，不用办手续。' }),
      ),
      ask(
        'who',
        '谁来办？',
        answer('self', '本人'),
        answer('proxy', '别人到窗口代办', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '基本医疗保险费用手工（零星）报销',
    plainTitle: '报销医药费',
    everydayWords: words('报销 医药费报销 住院报销 手工报销 自己垫钱报销 零星报销 发票报销 大病报销 药费'),
    kind: 'payment',
    basis,
    unitName: '县医疗保障局',
    acceptingWords: '县政务服务大厅医保窗口、各乡镇（街道）便民服务中心',
    decidingUnitName: '县医疗保障局',
    conditions: [
      '看病时没有能够直接结算，自己先付了钱。',
      '看病时正在享受医保待遇。',
      '医药费不是第三人（如车祸的对方）应当承担的。',
    ],
    materials: [
      idCard(),
      issued('invoice', '医院收费票据', '看病的医院', { note: '电子票据打印出来也可以。' }),
      issued('fee-list', '费用清单', '看病的医院'),
      ifAsked(issued('discharge', '出院小结（诊断证明）', '看病的医院', { form: 'copy', note: '盖医院章。' })),
      ifAsked(issued('clinic-record', '门急诊病历或处方', '看病的医院', { form: 'copy' })),
      ifAsked(
        issued('accident-paper', '意外伤害情况说明', '本人填写；有交警、法院文书的一并交', {
          note: '写明时间、地点、怎么受的伤。',
        }),
      ),
      bankCard('用来收报销款。'),
      ...proxyPapers,
    ],
    steps: [
      step('交材料', '出院后尽早交，一般不超过次年年底。'),
      step('审核', '逐项审核哪些能报、报多少；需要向医院核实的会打电话告诉您。'),
      step('打款', '报销款打到社保卡或银行卡。'),
    ],
    limits: within(20, 30),
    fee: free,
    questions: [
      qa(
        '哪些钱不能报？',
        '工伤该由工伤保险付的、别人打伤或车祸由对方承担的、在境外看病的，以及体检、美容的费用不能报。',
      ),
      qa('发票丢了怎么办？', '请医院重新打印电子票据，或者复印存根盖章，再写一份没有重复报销的承诺。'),
    ],
    mistakes: ['只拿了发票，没有打费用清单，还要再跑一趟医院。'],
    contact: clerk,
    tree: tree(
      ask(
        'what',
        '是住院还是门诊？',
        answer('ward', '住院', { adds: ['discharge'], next: 'cause' }),
        answer('clinic', '门诊、急诊', { adds: ['clinic-record'], next: 'cause' }),
      ),
      ask(
        'cause',
        '是因为受伤吗？',
        answer('no', '不是，是生病', { next: 'who' }),
        answer('self', '自己不小心受伤', { adds: ['accident-paper'], next: 'who' }),
        answer('other', '别人造成的（车祸、打架）', {
          stop: '应当由造成伤害的人承担。对方逃走或者没有钱赔的，请打电话给窗口，看能不能由医保先付。',
        }),
        answer('work', '上班时受的伤', { stop: '请由单位向县人力资源和社会保障局申请工伤认定，由工伤保险支付。' }),
      ),
      ask('who', '谁来办？', answer('self', '本人'), answer('proxy', '家里人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '门诊慢性病、特殊疾病待遇认定',
    plainTitle: '办慢病门诊待遇',
    everydayWords: words('慢病 慢病卡 高血压 糖尿病 特殊病种 门诊特病 门特 慢性病报销 两病 吃药报销'),
    kind: 'confirmation',
    basis,
    unitName: '县医疗保障局',
    acceptingWords: '有认定资格的医院医保办、县政务服务大厅医保窗口',
    decidingUnitName: '县医疗保障局',
    conditions: ['在本县参加职工医保或居民医保。', '得的是本地规定病种里的病，经过有资格的医院诊断。'],
    materials: [
      idCard(),
      issued('diagnosis', '诊断证明', '二级以上医院；高血压、糖尿病可由乡镇卫生院开具', {
        note: '有医生签名和医院章。',
      }),
      issued('record', '近两年的住院病历或检查报告', '看病的医院', { form: 'copy' }),
      form('disease-form', '门诊慢特病病种待遇认定申请表', { note: '由医生填写病情一栏。' }),
    ],
    steps: [
      step('到医院申请', '找医保办或主治医生，说要办慢病。'),
      step('认定', '医生按标准认定，结果传到医保系统。'),
      step('选定点', '选一到两家方便拿药的医院或药店。'),
      step('看病拿药', '凭医保码直接结算，不用再跑窗口。'),
    ],
    limits: within(15, 20),
    fee: free,
    onlineUrl: national,
    questions: [
      qa(
        '高血压、糖尿病没有住过院，能办吗？',
        '能。需要吃药的，乡镇卫生院诊断后就能纳入“两病”门诊用药保障，不用住院病历。',
      ),
      qa('要不要每年重新办？', '多数病种长期有效；少数有期限，到期前医院会提醒复查。'),
    ],
    mistakes: ['病历复印件没有盖医院病案室的章。', '认定以前买的药，不能按慢病补报。'],
    contact: ring('任小兰', '慢特病专窗', '12203'),
  }),
];
