import { guide } from './guide-seed.ts';
import { form, householdBook, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const tax = '《中华人民共和国税收征收管理法》';

/** What a village's own window does, and the tax office's two everyday matters. */
export const villageGuides = [
  guide({
    title: '村（社区）出具证明',
    plainTitle: '开村里的证明',
    everydayWords: words('开证明 村委会证明 居委会证明 盖章 村里开证明 居住证明 盖村章 社区证明 介绍信'),
    kind: 'public-service',
    basis: [
      '《中华人民共和国村民委员会组织法》',
      '《中华人民共和国城市居民委员会组织法》',
      '民政部等六部门关于改进和规范基层群众性自治组织出具证明工作的指导意见',
    ],
    unitName: '县民政局',
    acceptingWords: '户籍地或居住地的村民委员会、社区居民委员会',
    conditions: [
      '村（社区）清楚这件事，能够核实。',
      '法律法规规定应当由村（社区）出具，或者不在“不出具证明”的清单里。',
    ],
    materials: [
      idCard(),
      ifAsked(householdBook()),
      ifAsked(
        own('asking-letter', '要求开证明的单位的书面要求', { form: 'copy', note: '写明要证明什么、依据哪一条规定。' }),
      ),
      ifAsked(own('lease', '租房合同或房产材料', { form: 'copy' })),
    ],
    steps: [
      step('先问要不要开', '很多证明已经取消，改成本人承诺，先打电话问。'),
      step('说明情况', '到便民服务站登记。'),
      step('核实盖章', '村（社区）核实后当场出具；要走访的，2个工作日。'),
    ],
    limits: within(2),
    fee: free,
    questions: [
      qa(
        '哪些证明村里不开？',
        '亲属关系、身份信息更正、婚姻状况、无犯罪记录、死亡（应由医院出）、收入情况等，不由村（社区）出具。',
      ),
      qa(
        '有个单位一定要村里的证明，村里又说不能开，怎么办？',
        '请打下面的电话，由县民政局和那个单位沟通，不让您来回跑。',
      ),
    ],
    mistakes: ['空白介绍信先盖章：不允许，写清楚才盖。'],
    contact: ring('詹福生', '社会事务股', '13103'),
    tree: tree(
      ask(
        'what',
        '要证明什么？',
        answer('residence', '住在这里', { adds: ['lease'] }),
        answer('kin', '和谁是什么亲属', {
          stop: '村里不开。能在户口簿上看出的用户口簿；看不出的，请到派出所查以前的户籍档案，或者办公证。',
        }),
        answer('marriage', '结婚、单身', { stop: '村里不开。请到县民政局婚姻登记处或县档案馆查婚姻档案。' }),
        answer('crime', '没有犯过罪', { stop: '村里不开。请看“开无犯罪记录证明”这份指南。' }),
        answer('member', '是本村集体经济组织成员、承包了地', { adds: ['household-book'] }),
        answer('other', '别的', { adds: ['asking-letter'], note: '请先打电话，说清楚是哪个单位要。' }),
      ),
    ),
  }),
  guide({
    title: '农村集体聚餐申报备案',
    plainTitle: '坝坝宴备案',
    everydayWords: words('坝坝宴 办酒席 办席 流水席 农村宴席 红白喜事 集体聚餐 九大碗 办酒'),
    kind: 'registration',
    basis: ['《中华人民共和国食品安全法》', '本省关于农村集体聚餐食品安全管理的规定'],
    unitName: '青石镇',
    acceptingWords: '办席所在的村便民服务站、青石镇便民服务中心',
    conditions: ['在家里或者村里的场地自己办席，一次用餐50人以上。', '请的厨师有健康证明。'],
    materials: [
      form('banquet-form', '农村集体聚餐备案表', { note: '写明日子、人数、菜单、厨师。' }),
      idCard('办席的人的。'),
      ifAsked(issued('cook-health', '厨师和帮厨的健康证明', '乡镇卫生院', { form: 'copy' })),
      ifAsked(own('caterer-licence', '承办单位的营业执照和食品经营许可证', { form: 'copy' })),
    ],
    steps: [
      step('提前报', '办席前3天告诉村里的协管员，电话也行；丧事可以当天报。'),
      step('指导', '100人以下的，村里协管员上门看；100人以上的，镇里来人看。'),
      step('留样', '每样菜留125克，冷藏48小时。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('不备案会罚款吗？', '备案是为了大家吃得安全，不收费。出了食物中毒又没有备案的，要依法追究责任。'),
      qa('哪些菜不要上？', '野蘑菇、四季豆没煮透、发芽土豆、河豚等不能上；凉菜尽量少做。'),
    ],
    mistakes: ['头天晚上把菜全部做好，第二天热一热：最容易出事。'],
    contact: ring('秦向阳', '青石镇社会事务办公室', '24001'),
    tree: tree(
      ask(
        'size',
        '一共多少人吃？',
        answer('small', '不到50人', { stop: '不用备案。请注意饭菜烧熟煮透。' }),
        answer('medium', '50到100人', { next: 'cook' }),
        answer('large', '100人以上', { note: '镇里会来人现场指导，请早一点报。', next: 'cook' }),
      ),
      ask(
        'cook',
        '谁来做席？',
        answer('village', '请乡厨、邻居帮忙', { adds: ['cook-health'] }),
        answer('caterer', '请餐饮公司承办', { adds: ['caterer-licence'] }),
      ),
    ),
  }),
  guide({
    title: '代开增值税发票',
    plainTitle: '代开发票',
    everydayWords: words('代开发票 开发票 开票 税务局开票 个人开发票 增值税发票 劳务发票 租房发票'),
    kind: 'public-service',
    audience: 'business',
    basis: [tax, '《中华人民共和国发票管理办法》'],
    unitName: '县税务局',
    acceptingWords: '县税务局办税服务厅、政务服务大厅税务窗口',
    conditions: ['真的卖了货、干了活、出租了房，需要给对方发票。', '没有登记的个人，或者不能自己开票的单位。'],
    materials: [
      form('invoice-form', '代开增值税发票缴纳税款申报单'),
      idCard(),
      ifAsked(own('lease', '房屋租赁合同', { form: 'copy' })),
      ifAsked(own('contract', '买卖或劳务合同、付款凭证', { form: 'copy' })),
      ...proxyPapers,
    ],
    steps: [
      step('申请', '手机“电子税务局”或窗口。'),
      step('缴税', '按规定计算，达不到起征点的免增值税。'),
      step('开票', '当场开出电子发票，发到手机。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('卖自家种的东西要开发票、缴税吗？', '农业生产者销售自己生产的农产品，免征增值税，可以代开免税发票。'),
      qa('代开要手续费吗？', '不要。只缴依法应当缴的税。'),
    ],
    mistakes: ['没有真实的买卖却来开票：是虚开，要负法律责任。'],
    contact: ring('戚明珠', '办税服务厅', '14101'),
    tree: tree(
      ask(
        'what',
        '为什么要开发票？',
        answer('rent', '出租房屋', { adds: ['lease'], next: 'who' }),
        answer('work', '干活、卖东西', { adds: ['contract'], next: 'who' }),
        answer('produce', '卖自己种的、养的', { note: '免征增值税，说清是自己生产的。', next: 'who' }),
        answer('wage', '在单位上班领工资', { stop: '领工资不用开发票，由单位申报个人所得税。' }),
      ),
      ask('who', '谁去办？', answer('self', '本人'), answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '城乡居民社会保险费缴纳',
    plainTitle: '缴居民社保费',
    everydayWords: words('交社保 交医保 缴费 交养老保险 缴医保费 社保缴费 扣费 交合作医疗'),
    kind: 'public-service',
    basis: ['《中华人民共和国社会保险法》', '《社会保险费征缴暂行条例》'],
    unitName: '县税务局',
    acceptingWords: '县税务局办税服务厅、各银行网点、村（社区）便民服务站代办',
    conditions: ['已经办好参保登记。', '居民医保在集中缴费期内缴；养老保险当年年底前缴。'],
    materials: [idCardCopy('自己在手机上缴的，不用带；替家里人缴，记住他的身份证号码。')],
    steps: [
      step('选方式', '微信、支付宝、银行、村里代办，任选一种。'),
      step('核对姓名和险种', '付款前看清姓名、险种和年份。'),
      step('缴费', '付款，可以打印凭证。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('缴错了能退吗？', '能。还没有到待遇期、重复缴的，带身份证到办税服务厅申请退费。'),
      qa('缴费收手续费吗？', '不收手续费。社会保险费按国家和本省公布的标准缴。'),
    ],
    mistakes: ['替家人缴费时选成了自己。', '把钱交给不认识的“代缴人”。'],
    contact: ring('戚明珠', '办税服务厅', '14101'),
  }),
];
