import { guide } from './guide-seed.ts';
import { form, householdBook, idCard, ifAsked, issued, own } from './papers.ts';
import { answer, ask, atOnce, free, qa, ring, step, tree, within, words } from './wording.ts';

const registrar = ring('谭晓芸', '户政管理大队民警', '11001');
const law = '《中华人民共和国户口登记条例》';

/** 户口: births, moves and deaths, at the police stations. */
export const householdGuides = [
  guide({
    title: '出生登记',
    plainTitle: '给孩子上户口',
    everydayWords: words('上户口 落户 报户口 新生儿落户 宝宝上户 娃儿上户口 出生落户 小孩户口 入户'),
    kind: 'confirmation',
    basis: [`${law}第七条`, '《中华人民共和国民法典》关于自然人出生时间和姓名的规定'],
    unitName: '县公安局',
    acceptingWords: '父亲或母亲户籍地派出所',
    decidingWords: '父亲或母亲户籍地派出所',
    conditions: [
      '孩子的父亲或者母亲是本县户口。',
      '孩子还没有在别的地方登记户口。',
      '应当在孩子出生后一个月以内申报；超过一个月的也能办。',
    ],
    materials: [
      ifAsked(own('birth-paper', '出生医学证明（副页）', { note: '由接生的医院发给，副页交派出所，正页自己留好。' })),
      householdBook('孩子随谁落户，就带谁的户口簿。'),
      idCard('父母双方的都要带；只来一位的，另一位的带复印件。'),
      ifAsked(own('marriage-paper', '结婚证', { note: '证上的姓名应与出生医学证明一致。' })),
      ifAsked(
        issued('kinship-report', '亲子鉴定意见书', '有资质的司法鉴定机构出具', {
          note: '鉴定费由鉴定机构收取，去之前先打电话问清价格和要带的证件。',
        }),
      ),
      ifAsked(form('statement', '非婚生育说明', { note: '由随其落户的一方写明情况并签名。' })),
    ],
    steps: [
      step('商量好随谁落户', '孩子可以随父亲，也可以随母亲落户，姓名也先定好。'),
      step('到派出所申报', '由户主、父亲、母亲或其他监护人持材料到户籍地派出所户籍窗口申报。'),
      step('核对登记', '民警核对材料，当场登记，孩子取得公民身份号码。'),
      step('拿到新的户口页', '核对姓名、出生日期、民族有没有写错，没有错再离开窗口。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('超过一个月没有报，还能上户口吗？', '能。任何时候都可以申报，不会因此罚款，材料不变。'),
      qa(
        '没有结婚证，孩子能上户口吗？',
        '能。随母亲落户的，带出生医学证明和母亲的户口簿、身份证；随父亲落户的，还要亲子鉴定意见书。',
      ),
      qa('孩子的爷爷奶奶能去办吗？', '爷爷或奶奶是户主的，可以由户主去申报，父母双方的身份证也要一起带去。'),
    ],
    mistakes: [
      '把出生医学证明的正页交了、副页留下：派出所收的是副页。',
      '名字里用了生僻字，系统打不出来：先打电话问一声。',
    ],
    contact: registrar,
    tree: tree(
      ask(
        'paper',
        '孩子有出生医学证明吗？',
        answer('yes', '有', { adds: ['birth-paper'], next: 'married' }),
        answer('lost', '有过，丢了', {
          stop: '请先到签发出生医学证明的医院补发，补到以后再来上户口。',
        }),
        answer('never', '从来没有（例如在家里出生）', {
          adds: ['kinship-report'],
          note: '请先打电话，民警会告诉您怎么做鉴定。',
        }),
      ),
      ask(
        'married',
        '孩子的父母登记结婚了吗？',
        answer('yes', '已经登记结婚', { adds: ['marriage-paper'] }),
        answer('no', '没有登记', { adds: ['statement'], next: 'whose' }),
      ),
      ask(
        'whose',
        '孩子随谁落户？',
        answer('mother', '随母亲'),
        answer('father', '随父亲', { adds: ['kinship-report'] }),
      ),
    ),
  }),
  guide({
    title: '户口迁移登记',
    plainTitle: '迁户口',
    everydayWords: words('户口迁移 转户口 户口迁入 户口迁出 投靠落户 买房落户 嫁过来上户口 把户口迁回来 准迁证'),
    kind: 'confirmation',
    basis: [`${law}第十条`, '《国务院关于进一步推进户籍制度改革的意见》'],
    unitName: '县公安局',
    acceptingWords: '迁入地派出所',
    decidingWords: '迁入地派出所',
    conditions: [
      '在迁入地有合法稳定的住所，或者投靠配偶、父母、子女，或者因升学、工作需要迁移。',
      '迁入农村集体的，应符合本省和本村关于户口迁入的规定。',
    ],
    materials: [
      idCard('迁移的人都要带；未满16周岁没有身份证的不用带。'),
      householdBook('迁移人的户口簿；投靠家人的，被投靠人的也要带。'),
      ifAsked(
        own('property-paper', '不动产权证书', {
          form: 'original-and-copy',
          note: '新买的房还没有办证的，带备案的购房合同。',
        }),
      ),
      ifAsked(own('marriage-paper', '结婚证', { note: '投靠配偶时用。' })),
      ifAsked(own('kinship-paper', '能证明亲属关系的材料', { note: '同一本户口簿上能看出关系的，不用另外准备。' })),
      ifAsked(
        own('admission-paper', '录取通知书', {
          form: 'original-and-copy',
          note: '考上大中专院校，自愿迁入学校集体户时用。',
        }),
      ),
      form('move-form', '户口迁移申请表'),
    ],
    steps: [
      step('到迁入地派出所申请', '先找要迁去的地方的派出所，不用先回原籍。'),
      step('审核', '派出所核对材料，材料齐全、关系清楚的当场受理。'),
      step('网上转户口', '两地派出所在网上办理迁出和迁入，多数情况不用群众来回跑。'),
      step('领新户口页', '按通知到迁入地派出所打印新的户口页。'),
    ],
    limits: within(5),
    fee: free,
    questions: [
      qa('要先回老家开准迁证、迁移证吗？', '一般不用。在迁入地派出所一次申请，由两地公安机关在网上流转。'),
      qa(
        '户口迁走了，老家的承包地还在吗？',
        '承包期内，不能以退出土地承包经营权作为农户进城落户的条件。具体情况请问村里和县农业农村局。',
      ),
    ],
    mistakes: [
      '户口迁回农村前没有问清楚：不是所有情况都能迁回，先打电话再跑路。',
      '全家一起迁移时漏带了孩子的户口页。',
    ],
    contact: registrar,
    tree: tree(
      ask(
        'why',
        '您因为什么迁户口？',
        answer('spouse', '投靠配偶', { adds: ['marriage-paper'], next: 'place' }),
        answer('family', '投靠父母或子女', { adds: ['kinship-paper'], next: 'place' }),
        answer('house', '在县城或镇上有房', { adds: ['property-paper'] }),
        answer('study', '考上学校，迁到学校去', {
          adds: ['admission-paper'],
          note: '迁往外地学校的，由学校所在地派出所受理。',
        }),
      ),
      ask(
        'place',
        '迁到哪里？',
        answer('town', '县城或街道社区'),
        answer('village', '农村', { note: '迁入农村的，请先和村里说明，是否成为集体经济组织成员由集体依法确认。' }),
      ),
    ),
  }),
  guide({
    title: '死亡登记（注销户口）',
    plainTitle: '给去世的家人注销户口',
    everydayWords: words(
      '销户 注销户口 死亡注销 老人过世销户口 下户口 去世了怎么办户口 死亡证明 老伴去世 老人去世 家人去世',
    ),
    kind: 'confirmation',
    basis: [`${law}第八条`],
    unitName: '县公安局',
    acceptingWords: '去世的人户籍地派出所',
    decidingWords: '去世的人户籍地派出所',
    conditions: ['去世的人是本县户口。', '由户主、亲属、抚养人或者邻居申报。', '城镇在葬前、农村在一个月以内申报。'],
    materials: [
      ifAsked(
        issued('death-paper', '居民死亡医学证明（推断）书', '医院或乡镇卫生院开具', { note: '交派出所的那一联。' }),
      ),
      ifAsked(issued('police-paper', '非正常死亡证明', '办案的公安机关开具')),
      ifAsked(issued('court-paper', '宣告死亡的判决书', '人民法院', { form: 'original-and-copy' })),
      own('dead-household-book', '去世的人的户口簿'),
      own('dead-id-card', '去世的人的居民身份证', { note: '交回派出所；找不到的写一份说明。' }),
      idCard('申报人带自己的身份证。'),
    ],
    steps: [
      step('开死亡证明', '在医院去世的由医院开；在家里去世的，请村医或乡镇卫生院开。'),
      step('到派出所申报', '到户籍地派出所户籍窗口，交材料。'),
      step('注销', '民警核对后当场注销，户口簿上加盖注销章，发给户口注销证明。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa('在家里去世，没有去医院，怎么开死亡证明？', '请先告诉村医或者乡镇卫生院，由他们上门了解情况后开具，不收费。'),
      qa('不注销会怎样？', '养老金、补贴多领的部分要退回来，房产、存款的继承也办不了，所以请及时办理。'),
    ],
    mistakes: ['办完火化才想起要用死亡证明：证明分几联，派出所、殡仪馆各收一联，不要弄丢。'],
    contact: registrar,
    tree: tree(
      ask(
        'how',
        '是什么情况？',
        answer('natural', '因病或年老去世', { adds: ['death-paper'] }),
        answer('accident', '意外去世', { adds: ['police-paper'], note: '先由公安机关查明情况。' }),
        answer('court', '失踪多年，法院宣告死亡', { adds: ['court-paper'] }),
        answer('missing', '失踪了，法院还没有宣告', {
          stop: '要先由家人向人民法院申请宣告死亡，拿到判决书以后再来注销户口。可拨打法律援助电话咨询。',
        }),
      ),
    ),
  }),
];
