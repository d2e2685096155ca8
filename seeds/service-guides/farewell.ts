import { guide } from './guide-seed.ts';
import { bankCard, form, householdBook, idCard, ifAsked, issued, own } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const funerals = '《殡葬管理条例》';
const civil = ring('詹福生', '社会事务股', '13103');

/** After a death: funeral costs, what the insurance pays, a grave. */
export const farewellGuides = [
  guide({
    title: '基本殡葬服务费用减免',
    plainTitle: '申请殡葬费减免',
    everydayWords: words('殡葬补贴 火化费 丧葬费 殡仪馆 安葬补贴 火葬补贴 丧葬补贴 骨灰 老伴去世 老人去世 家人去世'),
    kind: 'payment',
    basis: [funerals],
    unitName: '县民政局',
    acceptingWords: '县殡仪馆',
    decidingUnitName: '县民政局',
    conditions: ['去世的人是本县户口，或者在本县有居住证。', '在县殡仪馆火化。'],
    materials: [
      issued('death-paper', '居民死亡医学证明（推断）书', '医院或乡镇卫生院', { note: '殡仪馆那一联。' }),
      own('dead-id-card', '去世的人的居民身份证或户口簿', { form: 'copy' }),
      idCard('办事的家属的。'),
      ifAsked(own('relief-card', '低保、特困、优抚等证件', { form: 'copy', note: '减免的项目更多。' })),
    ],
    steps: [
      step('打电话', '打殡仪馆24小时电话，派车接运。'),
      step('结账时减免', '在结账窗口出示材料，直接减掉，不用先交再报。'),
      step('领火化证明', '留好，领丧葬补助金、安葬时要用。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('减免哪些？', '普通车接运、普通炉火化、三天以内的冷藏、一年的骨灰寄存，四项免费。选高档的服务自己付差价。'),
      qa('在外地火化的能减免吗？', '能。回来凭火化证明和发票，三个月以内到县民政局按本县的标准报。'),
    ],
    mistakes: ['听路边的“一条龙”安排，多花了钱：殡仪馆的价目表在大厅公示，可以只选基本服务。'],
    contact: civil,
    tree: tree(
      ask(
        'where',
        '在哪里火化？',
        answer('here', '县殡仪馆', { next: 'group' }),
        answer('away', '外地', { note: '火化后三个月以内，带火化证明和发票到县民政局报。', next: 'group' }),
        answer('none', '不火化', {
          stop: '火化区以外按当地规定安葬的，没有这项减免；公益性公墓的安葬请问村里和镇里。',
        }),
      ),
      ask(
        'group',
        '去世的人是低保、特困、优抚对象吗？',
        answer('yes', '是', { adds: ['relief-card'] }),
        answer('no', '不是'),
      ),
    ),
  }),
  guide({
    title: '养老保险参保人员死亡待遇申领',
    plainTitle: '领丧葬补助金',
    everydayWords: words('丧葬费 抚恤金 丧葬补助 死亡待遇 个人账户继承 养老金余额 安葬费 遗属待遇 老伴去世 老人去世'),
    kind: 'payment',
    basis: ['《中华人民共和国社会保险法》第十七条', '《企业职工基本养老保险遗属待遇暂行办法》'],
    unitName: '县人力资源和社会保障局',
    acceptingWords: '县政务服务大厅社保窗口、各乡镇（街道）便民服务中心',
    decidingUnitName: '县人力资源和社会保障局',
    conditions: ['去世的人参加了居民养老保险或者职工养老保险。', '由指定受益人或者法定继承人申请。'],
    materials: [
      form('claim-form', '死亡待遇申领表'),
      issued('death-paper', '死亡证明、火化证明或户口注销证明', '医院、殡仪馆、派出所', {
        form: 'copy',
        note: '有一样就可以。',
      }),
      idCard('申领人的。'),
      ifAsked(householdBook('能看出和去世的人是什么关系。')),
      ifAsked(own('kinship-paper', '亲属关系的承诺书', { note: '户口簿上看不出的，本人签承诺。' })),
      bankCard('申领人的。'),
    ],
    steps: [
      step('停发养老金', '先报去世的时间，免得多发了要退。'),
      step('申请', '家里商量好由一个人申领。'),
      step('核定', '核定丧葬补助金、抚恤金和个人账户的余额。'),
      step('打款', '打到申领人的卡上。'),
    ],
    limits: within(10, 30),
    fee: free,
    onlineUrl: 'https://si.12333.gov.cn',
    questions: [
      qa('能领到哪些钱？', '居民养老保险：丧葬补助金和个人账户余额。职工养老保险：丧葬补助金、抚恤金和个人账户余额。'),
      qa('有没有时间限制？', '没有写死期限，但是越早越好；同时参加几种保险的，丧葬补助金只能领一份。'),
    ],
    mistakes: ['老人去世后继续领他的养老金：要全部退回，严重的要负法律责任。'],
    contact: ring('邱红梅', '城乡居民保险股', '12101'),
    tree: tree(
      ask(
        'kind',
        '老人生前领哪种养老金？',
        answer('resident', '居民养老金', { next: 'kin' }),
        answer('worker', '职工养老金（退休工人、灵活就业）', { note: '另外有抚恤金，按缴费年限计算。', next: 'kin' }),
        answer('official', '机关事业单位退休', { stop: '请向原来的单位申请，由单位办理。' }),
        answer('none', '没有参加', { stop: '没有参加养老保险的，没有这项待遇；火化的可以申请殡葬费减免。' }),
      ),
      ask(
        'kin',
        '申领人和老人在一本户口簿上吗？',
        answer('yes', '在', { adds: ['household-book'] }),
        answer('no', '不在', { adds: ['kinship-paper'] }),
      ),
    ),
  }),
  guide({
    title: '青石镇农村公益性公墓安葬申请',
    plainTitle: '公益性公墓安葬',
    everydayWords: words('公墓 墓地 安葬 下葬 骨灰安葬 坟地 公益性公墓 买墓'),
    kind: 'public-service',
    basis: [funerals, '本省关于农村公益性墓地管理的规定'],
    unitName: '青石镇',
    conditions: ['去世的人是青石镇户口，或者配偶已经葬在这里。', '骨灰安葬；在允许土葬的村，按规定的面积。'],
    materials: [
      form('grave-form', '公益性公墓安葬申请表'),
      issued('cremation', '火化证明', '殡仪馆', { form: 'copy' }),
      own('dead-id-card', '去世的人的户口注销证明或户口簿', { form: 'copy' }),
      idCard('办事的家属的。'),
    ],
    steps: [
      step('向村里申请', '村里核实户口，签意见。'),
      step('镇里确认', '便民服务中心当天确认穴位。'),
      step('安葬', '按编号的穴位安葬，不能自己选、不能加大。'),
    ],
    limits: within(1),
    fee: free,
    questions: [
      qa('要不要交钱？', '穴位不收钱。墓碑自己做，尺寸按统一的样式。'),
      qa('能不能先占一个穴位？', '不能。只给去世的人和他的配偶预留。'),
    ],
    mistakes: ['在自家承包地、林地里私自建坟：占了耕地，要迁走。'],
    contact: ring('秦向阳', '青石镇社会事务办公室', '24001'),
    state: 'proposed',
  }),
];
