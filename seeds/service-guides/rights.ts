import { guide } from './guide-seed.ts';
import { form, idCard, idCardCopy, ifAsked, own, proxyPapers } from './papers.ts';
import { answer, ask, atOnce, charged, free, ofCalendarDays, qa, ring, step, tree, within, words } from './wording.ts';

/** 法律援助、公证、信访、信息公开、调解. */
export const rightsGuides = [
  guide({
    title: '法律援助申请',
    plainTitle: '申请法律援助',
    everydayWords: words('法律援助 免费律师 打官司没钱 请律师 讨薪 要工资 法援 打官司'),
    kind: 'payment',
    basis: ['《中华人民共和国法律援助法》'],
    unitName: '县司法局',
    acceptingWords: '县法律援助中心、各乡镇（街道）司法所',
    decidingUnitName: '县司法局',
    conditions: [
      '请求的事属于法律援助的范围，例如讨工资、要赡养费、工伤、家庭暴力等。',
      '因经济困难请不起律师；讨薪、工伤、遭受家庭暴力等按规定不审查经济状况。',
    ],
    materials: [
      form('aid-form', '法律援助申请表', { note: '不会写的，工作人员代写。' }),
      idCard(),
      ifAsked(form('poverty-form', '经济困难状况说明表', { note: '自己如实填写承诺，不用村里开证明。' })),
      ifAsked(own('relief-card', '低保、特困、残疾人等证件', { form: 'copy' })),
      own('case-papers', '和案子有关的材料', {
        form: 'copy',
        note: '欠条、工资记录、起诉状、通知书等，有什么带什么。',
      }),
      ...proxyPapers,
    ],
    steps: [
      step('先咨询', '打12348或者到司法所，免费问清楚。'),
      step('申请', '填表，交材料。'),
      step('审查', '7日内决定给不给援助；时限快到的案子先提供援助。'),
      step('指派律师', '3日内指派律师，律师和您联系。'),
    ],
    limits: within(3, ofCalendarDays(7)),
    fee: free,
    questions: [
      qa('律师会不会私下收钱？', '不会，也不准收。律师收钱的，请打12348投诉。'),
      qa('不给援助怎么办？', '会书面告诉理由，可以向县司法局提出异议，5日内答复。'),
    ],
    mistakes: ['等开庭前一天才来申请，来不及准备。'],
    contact: ring('蔡和平', '县法律援助中心', '11401'),
    tree: tree(
      ask(
        'matter',
        '您遇到的是什么事？',
        answer('wages', '讨工资、工伤', { note: '农民工讨薪、工伤不审查经济状况。', next: 'who' }),
        answer('violence', '家庭暴力、虐待、遗弃', { note: '不审查经济状况；正在危险中，请先打110。', next: 'who' }),
        answer('support', '赡养、抚养、离婚、交通事故等', { next: 'money' }),
        answer('business', '做生意的纠纷', {
          stop: '一般不属于法律援助的范围。可以打12348免费咨询，或者申请人民调解。',
        }),
      ),
      ask(
        'money',
        '经济情况怎么样？',
        answer('relief', '是低保、特困、残疾等困难群众', { adds: ['relief-card'], next: 'who' }),
        answer('poor', '收入低，请不起律师', { adds: ['poverty-form'], next: 'who' }),
        answer('fine', '请得起律师', { stop: '可以自己请律师；打12348可以免费咨询。' }),
      ),
      ask(
        'who',
        '谁去申请？',
        answer('self', '本人'),
        answer('proxy', '家里人代为申请', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '公证办理咨询',
    plainTitle: '公证咨询',
    everydayWords: words('公证 遗嘱公证 继承公证 委托公证 公证处 公证书 赠与公证'),
    kind: 'public-service',
    basis: ['《中华人民共和国公证法》', '《公证程序规则》'],
    unitName: '县司法局',
    acceptingWords: '县公证处、县政务服务大厅司法窗口',
    conditions: ['要办公证的是自己的事，或者受本人委托；遗嘱、收养等必须本人来。'],
    materials: [
      idCard('咨询不用带材料；正式办理时带身份证。'),
      own('matter-papers', '和公证的事有关的材料', { form: 'copy', note: '咨询时带来，公证员能说得更准。' }),
    ],
    steps: [
      step('咨询', '打电话或者到窗口，说清要办什么公证、给谁用。'),
      step('拿材料清单', '公证员当场写给您一份材料清单。'),
      step('正式申请', '带齐材料到公证处，15个工作日内出具公证书。'),
    ],
    limits: atOnce,
    fee: free,
    questions: [
      qa(
        '咨询要钱吗？办公证要钱吗？',
        '咨询不收费。办公证由公证处按本省规定的标准收费，低保等困难群众可以减免，标准在公证处公示。',
      ),
      qa('老人走不动，能上门办遗嘱公证吗？', '能。请先预约，公证员上门，80周岁以上老人办第一次遗嘱公证免费。'),
    ],
    mistakes: ['为办房产继承跑来公证：不动产登记不强制要公证，所有继承人都到场也可以直接登记。'],
    contact: ring('骆文斌', '县公证处', '11402'),
  }),
  guide({
    title: '信访事项提出和办理',
    plainTitle: '信访反映问题',
    everydayWords: words('信访 上访 反映问题 告状 投诉 写信 举报 提意见 找领导'),
    kind: 'public-service',
    basis: ['《信访工作条例》'],
    unitName: '县信访局',
    acceptingWords: '县信访局接待大厅、各乡镇（街道）信访接待室',
    conditions: ['向有权处理的本级或者上一级机关反映。', '多人反映同一件事的，推选代表，不超过5人。'],
    materials: [
      idCard('当面登记用。'),
      ifAsked(
        own('letter', '反映情况的书面材料', {
          form: 'copy',
          note: '写清姓名、住址、电话、事情经过和要求；不会写的，当面说，工作人员记录。',
        }),
      ),
      ifAsked(own('earlier-reply', '以前的答复意见书', { form: 'copy' })),
    ],
    steps: [
      step('提出', '网上、写信、电话、当面都可以。'),
      step('登记转送', '15日内决定受理、转送，告诉您由谁办。'),
      step('办理', '责任单位60日内办结；情况复杂的，经批准可以延长，不超过30日。'),
      step('答复', '给书面答复。不服的，30日内可以申请复查。'),
    ],
    limits: within(30, ofCalendarDays(60)),
    fee: free,
    onlineUrl: 'https://www.gjxfj.gov.cn',
    questions: [
      qa('怎么知道办到哪里了？', '登记时给您查询码，网上、电话、当面都能查。'),
      qa('会不会有人打击报复？', '不允许。反映人的信息保密，不会转给被反映的人。'),
    ],
    mistakes: ['同一件事同时寄给好几个部门：最后还是转回有权处理的单位，反而慢。'],
    contact: ring('阎国良', '接访股', '13601'),
    tree: tree(
      ask(
        'matter',
        '是哪一类事？',
        answer('opinion', '提建议、反映问题、求解决', { next: 'before' }),
        answer('court', '已经判决、仲裁，或者正在打官司', {
          stop: '应当走法律程序：不服判决的上诉或申诉。可以打12348免费咨询。',
        }),
        answer('appeal', '不服行政处罚、行政决定', { stop: '应当在收到决定后60日内向县司法局申请行政复议，不收费。' }),
        answer('emergency', '火灾、治安、病人等急事', { stop: '请马上打110、119、120。' }),
      ),
      ask(
        'before',
        '以前反映过、答复过吗？',
        answer('no', '第一次', { next: 'way' }),
        answer('yes', '答复过，不满意', {
          adds: ['earlier-reply'],
          note: '收到答复30日内，可以向上一级申请复查。',
          next: 'way',
        }),
      ),
      ask('way', '打算怎么反映？', answer('person', '当面说'), answer('paper', '写信或者交材料', { adds: ['letter'] })),
    ),
  }),
  guide({
    title: '政府信息公开申请',
    plainTitle: '申请政府信息公开',
    everydayWords: words('信息公开 依申请公开 要文件 查文件 公开申请 征地文件 查政策 要政府文件'),
    kind: 'public-service',
    basis: ['《中华人民共和国政府信息公开条例》'],
    unitName: '县政府信息公开办',
    conditions: ['要的是政府在工作中制作或者获取、用一定形式记录保存的信息。', '不用说明用途。'],
    materials: [
      form('request-form', '政府信息公开申请表', { note: '写清姓名、联系方式、要什么信息、用什么形式给。' }),
      idCardCopy('网上申请的，上传照片。'),
      ifAsked(own('licence', '单位的营业执照或登记证', { form: 'copy' })),
      ...proxyPapers,
    ],
    steps: [
      step('先查一查', '很多信息已经在网上或者政务公开专区公开，可以直接看。'),
      step('提出申请', '当面、邮寄、网上都可以；写不清楚的，工作人员帮着写。'),
      step('补正', '内容不明确的，7个工作日内告诉您怎么补，只告知一次。'),
      step('答复', '20个工作日内答复；需要延长的，最多再20个工作日，并且告诉您。'),
    ],
    limits: within(15, 20),
    fee: charged(
      '《中华人民共和国政府信息公开条例》第四十二条和国务院办公厅关于政府信息公开信息处理费的规定',
      '一般不收费。同一申请人一个月内超过10件的，第11至30件每件100元，以后每10件一档加收；或者按页计算，30页以内不收。',
    ),
    questions: [
      qa(
        '别的单位做的文件，也向这里要吗？',
        '谁制作的向谁要。交到这里也可以，我们会告诉您向哪个单位申请，或者帮您转。',
      ),
      qa('能不能要别人的信息？', '涉及别人的商业秘密、个人隐私的，要先征求本人意见。'),
      qa('对答复不满意怎么办？', '60日内申请行政复议，或者6个月内向人民法院起诉。'),
    ],
    mistakes: ['把咨询、投诉写成信息公开申请：咨询请直接打电话，更快。'],
    contact: ring('康书华', '依申请公开岗', '10301'),
    tree: tree(
      ask(
        'want',
        '您想要什么？',
        answer('record', '一份具体的文件或数据', { next: 'who' }),
        answer('question', '想问一个政策怎么办', {
          stop: '这是咨询。请直接打政务服务热线，或者在“办事指南”里找到那件事的咨询人。',
        }),
        answer('archive', '很多年前、已经交到档案馆的', { stop: '请到县档案馆查阅，按档案法的规定办理。' }),
      ),
      ask(
        'who',
        '以谁的名义申请？',
        answer('person', '个人', { next: 'proxy' }),
        answer('group', '公司、合作社等单位', { adds: ['licence'], next: 'proxy' }),
      ),
      ask(
        'proxy',
        '谁来交？',
        answer('self', '申请人自己'),
        answer('proxy', '请人代交', { adds: ['proxy', 'proxy-id'] }),
      ),
    ),
  }),
  guide({
    title: '人民调解申请',
    plainTitle: '申请调解纠纷',
    everydayWords: words('调解 邻居吵架 纠纷 调解纠纷 矛盾 地界纠纷 打架赔偿 欠钱不还'),
    kind: 'public-service',
    basis: ['《中华人民共和国人民调解法》'],
    unitName: '县司法局',
    acceptingWords: '各村（社区）、乡镇（街道）人民调解委员会',
    conditions: ['是邻里、婚姻家庭、土地、债务、小额赔偿等民间纠纷。', '双方都愿意调解。'],
    materials: [
      form('mediation-form', '人民调解申请书', { note: '也可以口头申请，调解员记录。' }),
      idCard(),
      ifAsked(own('evidence', '有关的凭据', { form: 'copy', note: '欠条、合同、照片、病历等。' })),
    ],
    steps: [
      step('申请', '找村（社区）调解员，一个电话就可以。'),
      step('调解', '调解员听双方说，上门或者约到调解室。'),
      step('签协议', '谈成的写成协议，双方签字，有法律约束力。'),
      step('司法确认', '怕对方反悔的，30日内一起到法院申请确认，可以强制执行。'),
    ],
    limits: within(15),
    fee: free,
    questions: [
      qa('调解不成怎么办？', '不影响您去法院起诉。调解员会告诉您下一步怎么走。'),
      qa('调解收费吗？', '不收任何费用。'),
    ],
    mistakes: ['协议只写了赔多少，没有写哪天付。'],
    contact: ring('钟玉成', '人民参与和促进法治股', '11403'),
    tree: tree(
      ask(
        'willing',
        '对方愿意坐下来谈吗？',
        answer('yes', '愿意，或者还没有问过', { note: '调解员会去问对方，您不用自己去。', next: 'evidence' }),
        answer('no', '明确不愿意', {
          stop: '调解要双方都愿意。可以向人民法院起诉；请不起律师的，请看“申请法律援助”。',
        }),
        answer('danger', '对方动手打人', { stop: '请马上打110。事后要赔偿的，再来申请调解。' }),
      ),
      ask(
        'evidence',
        '手里有欠条、合同、照片这些凭据吗？',
        answer('yes', '有', { adds: ['evidence'] }),
        answer('no', '没有', { note: '没有凭据也能调解，把事情经过说清楚就可以。' }),
      ),
    ),
  }),
];
