import { guide } from './guide-seed.ts';
import { form, householdBook, idCard, idCardCopy, ifAsked, issued, own, proxyPapers } from './papers.ts';
import { answer, ask, charged, free, qa, ring, step, tree, within, words } from './wording.ts';

const land = '《中华人民共和国土地管理法》';
const registration = ['《中华人民共和国民法典》物权编', '《不动产登记暂行条例》'];
const fees = '国家发展改革委、财政部关于不动产登记收费标准的规定';
const registrar = ring('燕丽华', '不动产登记中心', '11701');

/** 宅基地、建房、不动产登记. */
export const houseGuides = [
  guide({
    title: '农村村民宅基地审批',
    plainTitle: '申请宅基地',
    everydayWords: words('宅基地 批地基 批屋基 建房用地 分户建房 屋基 地基 批地'),
    kind: 'licence',
    basis: [`${land}第六十二条`, '《中华人民共和国土地管理法实施条例》'],
    unitName: '县农业农村局',
    acceptingWords: '村所在地的乡镇人民政府（街道办事处）',
    decidingWords: '村所在地的乡镇人民政府（街道办事处）',
    conditions: [
      '是本村集体经济组织成员。',
      '一户只能有一处宅基地，面积不超过本省规定的标准。',
      '没有把原来的住房卖掉、出租或者赠给别人以后再申请。',
      '选址符合村庄规划，不占永久基本农田，避开地质灾害危险区。',
    ],
    materials: [
      form('land-form', '农村宅基地和建房（规划许可）申请表'),
      form('promise', '农村宅基地使用承诺书'),
      idCard('全家成年人都要。'),
      householdBook('已经分户的，带分户后的户口簿。'),
      issued('village-paper', '村民小组和村民委员会的讨论、公示记录', '村民小组、村民委员会', {
        note: '由村里直接报乡镇，自己不用跑。',
      }),
      ifAsked(own('old-land-paper', '原宅基地的权属证书或退出协议', { note: '拆旧建新、换地方建的交。' })),
      ifAsked(issued('moved-paper', '搬迁或受灾的证明', '乡镇人民政府')),
    ],
    steps: [
      step('向村民小组申请', '组里开会讨论、公示，不少于5个工作日。'),
      step('村里审查', '村民委员会审查签署意见，报乡镇。'),
      step('乡镇现场查看', '农业农村、自然资源、林业等一起到现场，看选址和面积。'),
      step('审批', '乡镇批准，发宅基地批准书；符合规划的同时办建房许可。'),
      step('开工放线、竣工验收', '乡镇到场丈量，建好后再验收一次，凭验收意见办不动产登记。'),
    ],
    limits: within(15, 20),
    fee: free,
    questions: [
      qa('占用农用地怎么办？', '要先依法办理农用地转用审批手续，由乡镇往上报，时间另外算，自己不用跑。'),
      qa(
        '户口迁到城里了，能不能在老家批宅基地？',
        '不再是集体经济组织成员的，不能申请新的宅基地；老房子可以依法继承和使用。',
      ),
      qa('城里人能买农村的宅基地吗？', '不能。宅基地不能卖给城镇居民。'),
    ],
    mistakes: [
      '没有批就先打地基：属于违法占地，要停工，严重的要拆除。',
      '建房面积超过批准的面积，验收通不过，办不了证。',
    ],
    contact: ring('祁长顺', '农村宅基地管理股', '12210'),
    tree: tree(
      ask(
        'member',
        '您是本村集体经济组织成员吗？',
        answer('yes', '是', { next: 'why' }),
        answer('no', '不是', { stop: '宅基地只批给本集体经济组织的成员，请先向村里问清楚自己是不是成员。' }),
      ),
      ask(
        'why',
        '为什么要批宅基地？',
        answer('split', '子女成家，分户建房', { note: '先到派出所把户口分开。' }),
        answer('rebuild', '拆了旧房，原址或换地方重建', { adds: ['old-land-paper'], next: 'same' }),
        answer('disaster', '受灾、搬迁，没有房子了', { adds: ['moved-paper'] }),
      ),
      ask(
        'same',
        '在原来的地基上建吗？',
        answer('same', '原址重建', { note: '面积不超过标准的，手续简单一些。' }),
        answer('other', '换地方', { note: '新房建好以后，旧宅基地要交回集体。' }),
      ),
    ),
  }),
  guide({
    title: '乡村建设规划许可（村民住宅）',
    plainTitle: '农村建房许可',
    everydayWords: words('建房证 建房手续 修房子 盖房子 农村建房 乡村建设规划许可证 起房子 修楼房 危房改造 翻修'),
    kind: 'licence',
    basis: ['《中华人民共和国城乡规划法》第四十一条', '《村庄和集镇规划建设管理条例》'],
    unitName: '县自然资源局',
    acceptingWords: '房屋所在地乡镇人民政府（街道办事处）',
    decidingUnitName: '县自然资源局',
    decidingWords: '受县自然资源局委托的乡镇人民政府；占用农用地的由县自然资源局审批',
    conditions: ['有批准的宅基地，或者在原来的宅基地上重建。', '符合村庄规划。', '层数、高度和面积符合本省规定。'],
    materials: [
      form('land-form', '农村宅基地和建房（规划许可）申请表', { note: '和宅基地一起申请的，只填一份。' }),
      idCard(),
      ifAsked(own('land-approval', '农村宅基地批准书或宅基地权属证书', { form: 'original-and-copy' })),
      own('design', '住宅设计图', { form: 'copy', note: '县住房和城乡建设局有免费的图集，窗口可以领。' }),
      ifAsked(own('neighbour-paper', '四邻意见', { note: '紧挨着邻居、共用墙的请邻居签名。' })),
      ifAsked(
        issued('danger-report', '房屋安全鉴定报告', '乡镇或有资质的鉴定机构', { note: '申请危房改造补助的交。' }),
      ),
    ],
    steps: [
      step('申请', '和宅基地一起向村里提出，一张表办两件事。'),
      step('现场查看', '乡镇约好日子到场查看。'),
      step('发证', '发乡村建设规划许可证。'),
      step('放线开工', '开工前请乡镇到场放线，请有培训合格证的乡村建设工匠施工。'),
      step('验收', '建好后申请验收。'),
    ],
    limits: within(10, 20),
    fee: free,
    questions: [
      qa('只换瓦、粉墙，要不要办？', '不改变面积、层数和结构的日常修缮，不用办许可，告诉村里一声就可以。'),
      qa('加一层要不要办？', '要。加层改变了高度和面积，还关系到安全，必须先办许可。'),
    ],
    mistakes: ['按批准的图建了一半，又自己加宽、加高。', '请没有经验的施工队，不签合同，出了事没有人负责。'],
    contact: ring('路建平', '乡村规划股', '11703'),
    tree: tree(
      ask(
        'what',
        '您要怎么建？',
        answer('new', '新建', { next: 'land' }),
        answer('rebuild', '原址拆了重建', { adds: ['land-approval'], next: 'danger' }),
        answer('extend', '加层或者扩建', { adds: ['land-approval'], next: 'neighbour' }),
        answer('repair', '只是翻修屋面、粉墙', { stop: '日常修缮不用办许可，请告诉村里一声，注意施工安全。' }),
      ),
      ask(
        'land',
        '宅基地批下来了吗？',
        answer('yes', '批了', { adds: ['land-approval'], next: 'neighbour' }),
        answer('no', '还没有', { note: '请和“申请宅基地”一起办，填同一张表。', next: 'neighbour' }),
      ),
      ask(
        'danger',
        '是危房，想申请改造补助吗？',
        answer('yes', '是', { adds: ['danger-report'], next: 'neighbour' }),
        answer('no', '不是', { next: 'neighbour' }),
      ),
      ask(
        'neighbour',
        '房子紧挨着邻居，或者共用墙吗？',
        answer('yes', '是', { adds: ['neighbour-paper'] }),
        answer('no', '不是'),
      ),
    ),
  }),
  guide({
    title: '宅基地使用权及房屋所有权首次登记',
    plainTitle: '农村房屋确权登记',
    everydayWords: words('农村房产证 宅基地证 房屋确权 确权颁证 不动产证 农村房子办证 房地一体'),
    kind: 'confirmation',
    basis: registration,
    unitName: '县自然资源局',
    acceptingWords: '县不动产登记中心、各乡镇（街道）便民服务中心代收',
    decidingUnitName: '县自然资源局',
    conditions: ['房子和宅基地的来源合法，没有争议。', '是宅基地的使用权人，或者依法继承、受让的人。'],
    materials: [
      form('register-form', '不动产登记申请书'),
      idCardCopy(),
      householdBook(),
      ifAsked(own('land-approval', '宅基地批准书、建房许可和验收意见', { form: 'original-and-copy' })),
      ifAsked(
        issued('history-paper', '宅基地来源和建房情况的说明', '村集体经济组织或村民委员会出具，公示后由乡镇确认'),
      ),
      ifAsked(own('heir-paper', '继承的材料', { note: '亲属关系、死亡证明、其他继承人的放弃声明等。' })),
      issued('survey', '宗地图和房屋平面图', '县里统一测绘', { note: '统一确权时已经测过的不用再测，不收测绘费。' }),
    ],
    steps: [
      step('申请', '到窗口或者请村里统一申报。'),
      step('查看权属', '核对四至、面积和来源。'),
      step('公告', '公告不少于15个工作日，公告时间不算在承诺时限里。'),
      step('登簿发证', '没有异议的登簿，发不动产权证书。'),
    ],
    limits: within(10, 30),
    fee: charged(fees, '免收登记费，只收证书工本费每本10元。'),
    questions: [
      qa(
        '房子是几十年前建的，什么手续都没有，能办吗？',
        '多数能办。由村里说明建房年代和来源，公示没有异议、乡镇确认后登记。',
      ),
      qa(
        '父母去世了，城里的子女能继承农村的房子吗？',
        '房子可以继承，可以办登记，证书上会注明；但房子塌了不能再批宅基地重建。',
      ),
    ],
    mistakes: ['兄弟几个没有分清房子归谁就来申请：先在村里写好分割协议。'],
    contact: registrar,
    tree: tree(
      ask(
        'papers',
        '有宅基地和建房的手续吗？',
        answer('yes', '有', { adds: ['land-approval'], next: 'whose' }),
        answer('no', '没有或者找不到', { adds: ['history-paper'], next: 'whose' }),
      ),
      ask(
        'whose',
        '房子现在登记给谁？',
        answer('owner', '建房的人自己'),
        answer('heir', '继承来的', { adds: ['heir-paper'], note: '所有继承人最好一起到场。' }),
        answer('bought', '从别人手里买的', { next: 'member' }),
      ),
      ask(
        'member',
        '买的人是本村集体经济组织成员吗？',
        answer('yes', '是', { note: '请带上买卖协议和村里同意的意见。' }),
        answer('no', '不是', { stop: '宅基地上的房屋不能卖给本集体以外的人，不能登记。' }),
      ),
    ),
  }),
  guide({
    title: '国有建设用地使用权及房屋所有权转移登记',
    plainTitle: '办房产证',
    everydayWords: words('房产证 不动产证 房产过户 过户 买房办证 二手房过户 房本 房屋继承 商品房办证 房产赠与'),
    kind: 'confirmation',
    basis: registration,
    unitName: '县自然资源局',
    acceptingWords: '县政务服务大厅不动产登记窗口',
    decidingUnitName: '县自然资源局',
    conditions: ['房子已经登记过，没有被查封。', '买卖、赠与的双方自愿，继承的继承人已经明确。', '该缴的税已经缴清。'],
    materials: [
      form('register-form', '不动产登记申请书'),
      idCardCopy('双方都要带。'),
      ifAsked(own('certificate', '原不动产权证书（房产证）', { note: '交回注销。' })),
      ifAsked(own('contract', '买卖合同', { note: '已经网签备案的，系统里能查到。' })),
      ifAsked(own('invoice', '购房发票和住宅专项维修资金凭证', { form: 'copy' })),
      ifAsked(own('gift-paper', '赠与合同或赠与公证书')),
      ifAsked(own('heir-paper', '继承的材料', { note: '死亡证明、亲属关系材料、遗嘱或协议；也可以先办继承公证。' })),
      ...proxyPapers,
    ],
    steps: [
      step('一窗受理', '税务、住建、不动产在同一个窗口收件，只交一套材料。'),
      step('核税缴税', '税务部门核定，扫码缴纳。'),
      step('审核登簿', '不动产登记机构审核登簿。'),
      step('领证', '窗口领取、邮寄或者下载电子证照。'),
    ],
    limits: within(3, 30),
    fee: charged(fees, '住宅每件80元，非住宅每件550元，含第一本证书；多要一本加收10元。'),
    questions: [
      qa('要缴哪些税？', '买方缴契税，卖方按情况缴个人所得税、增值税，满年限的住房有减免，窗口会当场算给您看。'),
      qa('房贷没有还清能卖吗？', '能。可以办“带押过户”，请买卖双方和银行先谈好。'),
    ],
    mistakes: [
      '夫妻共有的房子只来一个人：卖房、赠与要夫妻双方同意。',
      '不办过户只写一张协议：没有登记，房子在法律上还是别人的。',
    ],
    contact: registrar,
    tree: tree(
      ask(
        'how',
        '房子怎么来的？',
        answer('new', '买的新房', { adds: ['contract', 'invoice'], next: 'who' }),
        answer('used', '买的二手房', { adds: ['certificate', 'contract'], note: '买卖双方一起到场。', next: 'who' }),
        answer('gift', '家里人送的', { adds: ['certificate', 'gift-paper'], next: 'who' }),
        answer('heir', '继承的', { adds: ['certificate', 'heir-paper'], next: 'who' }),
        answer('village', '农村自己建的', { stop: '请看“农村房屋确权登记”这份指南。' }),
      ),
      ask(
        'who',
        '谁去办？',
        answer('self', '本人'),
        answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'], note: '委托书须经公证，或者在窗口当面签。' }),
      ),
    ),
  }),
];
