import { guide } from './guide-seed.ts';
import { bankCard, form, householdBook, idCard, ifAsked, issued, own } from './papers.ts';
import { answer, ask, free, qa, ring, step, tree, within, words } from './wording.ts';

const education = '《中华人民共和国义务教育法》';
const clerk = ring('欧阳静', '基础教育股', '11201');

/** 入学、转学、助学金. */
export const schoolGuides = [
  guide({
    title: '义务教育阶段新生入学',
    plainTitle: '小学新生入学',
    everydayWords: words('上小学 报名 入学 上学报名 一年级报名 学区 上初中 读书报名 孩子上学'),
    kind: 'public-service',
    basis: [education],
    unitName: '县教育局',
    acceptingWords: '学区内的小学；网上报名后由学校核对',
    conditions: ['当年8月31日以前满6周岁。', '户口在本县，或者随父母住在本县。'],
    materials: [
      householdBook('孩子和父母的。'),
      idCard('父亲、母亲或其他监护人的。'),
      ifAsked(own('home-paper', '房产证或购房合同', { form: 'copy' })),
      ifAsked(own('residence-card', '父亲或母亲的居住证', { form: 'copy' })),
      issued('vaccine', '预防接种证', '乡镇卫生院、社区卫生服务中心', {
        form: 'copy',
        note: '漏打的疫苗补打就可以，不影响入学。',
      }),
      ifAsked(issued('delay-paper', '暂缓入学的医院证明', '县级以上医院')),
    ],
    steps: [
      step('看公告', '每年5月前后公布各校的学区和报名时间。'),
      step('网上报名', '在手机上填写；不会的，带材料到学校，老师帮着填。'),
      step('学校核对', '学校核对材料，不符合学区的由县教育局统筹安排。'),
      step('领通知书', '8月下旬前收到入学通知。'),
    ],
    limits: within(20),
    fee: free,
    questions: [
      qa('差几天满6岁能上吗？', '不能提前。当年9月1日以后出生的，第二年入学。'),
      qa('外地户口的孩子在哪里上？', '凭居住证就近安排到公办学校，和本地孩子一样免学费、杂费。'),
      qa('孩子有残疾能上普通学校吗？', '能适应的随班就读，学校不能拒收；其他的安排特殊教育学校或送教上门。'),
    ],
    mistakes: ['错过网上报名的时间：补报的，要等统筹安排。'],
    contact: clerk,
    tree: tree(
      ask(
        'age',
        '孩子今年8月31日以前满6周岁吗？',
        answer('yes', '满了', { next: 'home' }),
        answer('no', '还没有满', { stop: '要等到明年入学。' }),
        answer('ill', '满了，但是身体不好，想晚一年', {
          adds: ['delay-paper'],
          note: '由监护人申请，乡镇人民政府或县教育局批准。',
        }),
      ),
      ask(
        'home',
        '家在哪里？',
        answer('village', '户口和住处都在本村、本社区'),
        answer('bought', '在县城买了房，户口没有迁', { adds: ['home-paper'] }),
        answer('migrant', '外地户口，租房在这里', { adds: ['residence-card'] }),
      ),
    ),
  }),
  guide({
    title: '中小学生转学',
    plainTitle: '学生转学',
    everydayWords: words('转学 转校 换学校 转学籍 学籍 借读 回老家上学'),
    kind: 'public-service',
    basis: [education, '《中小学生学籍管理办法》'],
    unitName: '县教育局',
    acceptingWords: '要转入的学校',
    decidingUnitName: '县教育局',
    conditions: ['因为搬家、户口迁移、父母工作变动等确实需要转学。', '毕业年级一般不转，起始年级第一学期一般不转。'],
    materials: [
      form('transfer-form', '转学申请表', { note: '在转入的学校领，监护人签名。' }),
      householdBook(),
      ifAsked(own('home-paper', '房产证或购房合同', { form: 'copy' })),
      ifAsked(own('residence-card', '居住证', { form: 'copy' })),
      ifAsked(own('work-paper', '父母工作变动的材料', { form: 'copy' })),
    ],
    steps: [
      step('先找转入学校', '确认有学位，填申请表。'),
      step('网上转学籍', '转入学校在学籍系统提出，转出学校和两边教育局在网上核办，家长不用两头跑。'),
      step('上学', '学籍转好前也可以先上课。'),
    ],
    limits: within(7, 10),
    fee: free,
    questions: [
      qa('要不要先回原来的学校开证明？', '不用。在系统里办，原学校确认就可以。'),
      qa('学期中间能转吗？', '一般在寒暑假办理；有特殊情况的学期中间也可以，请先打电话。'),
    ],
    mistakes: ['没有确认学位就先退了原来的学校。'],
    contact: clerk,
    tree: tree(
      ask(
        'why',
        '为什么转学？',
        answer('home', '买了房、搬了家', { adds: ['home-paper'], next: 'grade' }),
        answer('back', '从外地转回户籍地', { next: 'grade' }),
        answer('migrant', '父母来这里打工', { adds: ['residence-card'], next: 'grade' }),
        answer('work', '父母工作调动', { adds: ['work-paper'], next: 'grade' }),
      ),
      ask(
        'grade',
        '孩子在毕业年级吗？',
        answer('no', '不在'),
        answer('yes', '在（六年级、初三、高三）', { note: '毕业年级一般不转学，请先打电话说明情况。' }),
      ),
    ),
  }),
  guide({
    title: '家庭经济困难学生资助',
    plainTitle: '申请助学金',
    everydayWords: words('助学金 贫困生补助 营养餐 上学补助 生源地贷款 学费减免 资助 困难学生'),
    kind: 'payment',
    basis: [education, '《学生资助资金管理办法》'],
    unitName: '县教育局',
    acceptingWords: '学生就读的学校；县学生资助管理中心',
    decidingUnitName: '县教育局',
    conditions: ['在本县公办、民办学校有学籍。', '家庭经济困难：低保、特困、监测户、残疾学生、孤儿等优先。'],
    materials: [
      form('aid-form', '家庭经济困难学生资助申请表', { note: '自己如实填写承诺，不用村里盖章。' }),
      householdBook('复印本人页和户主页。'),
      ifAsked(own('relief-card', '低保、特困、残疾、孤儿等证件', { form: 'copy', note: '系统能比对的不用交。' })),
      ifAsked(own('hardship', '家里困难的说明', { note: '生病、受灾等，写清就可以，有票据的附上。' })),
      bankCard('学生本人或监护人的。'),
    ],
    steps: [
      step('申请', '每学期开学时向班主任申请。'),
      step('认定', '学校评议，结果保护隐私，不公开困难的细节。'),
      step('审核', '县学生资助管理中心审核。'),
      step('发放', '学期内发到卡上。'),
    ],
    limits: within(30),
    fee: free,
    questions: [
      qa('考上大学没有钱交学费怎么办？', '可以在县学生资助管理中心申请生源地信用助学贷款，上学期间不用付利息。'),
      qa('义务教育要交学费吗？', '不要。学费、杂费、课本费都免，困难的寄宿生和走读生还有生活补助。'),
    ],
    mistakes: ['以为开学时没有申请就没有机会了：家里突然有困难，学期中间也可以申请。'],
    contact: ring('乔兰', '学生资助管理中心', '11202'),
    tree: tree(
      ask(
        'stage',
        '学生在哪里读书？',
        answer('school', '本县的幼儿园、中小学、职校', { next: 'known' }),
        answer('college', '大学', {
          stop: '大学的助学金向就读的大学申请；生源地信用助学贷款，请在暑假到县学生资助管理中心办理。',
        }),
      ),
      ask(
        'known',
        '家里是低保、特困、残疾、孤儿等情况吗？',
        answer('yes', '是', { adds: ['relief-card'] }),
        answer('no', '不是，但是有困难', { adds: ['hardship'] }),
      ),
    ),
  }),
];
