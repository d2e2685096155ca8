import { guide } from './guide-seed.ts';
import { idCard, ifAsked, issued, own, form } from './papers.ts';
import { answer, ask, atOnce, charged, free, qa, ring, step, tree, within, words } from './wording.ts';

const clerk = ring('栾晓峰', '交通管理大队车管窗口', '11005');
const traffic = '《中华人民共和国道路交通安全法》';
const national = 'https://www.122.gov.cn';

/** 驾驶证、车辆. */
export const trafficGuides = [
  guide({
    title: '机动车驾驶证期满换证',
    plainTitle: '驾驶证到期换证',
    everydayWords: words('换驾照 驾照到期 驾驶证换证 换本 驾照过期 驾驶证到期 C1 摩托车驾照 补驾照'),
    kind: 'licence',
    basis: [traffic, '《机动车驾驶证申领和使用规定》'],
    unitName: '县公安局',
    acceptingWords: '县交通管理大队车管所、政务服务大厅公安窗口、部分派出所',
    decidingUnitName: '县公安局',
    conditions: ['驾驶证有效期满前90日内申请。', '身体条件符合规定。', '交通违法已经处理完。'],
    materials: [
      idCard(),
      own('licence', '旧的驾驶证', { note: '丢了的，写明丢失。' }),
      issued('health', '身体条件证明', '县级以上医院或者有资格的体检机构', {
        note: '医院已经传到系统里的，不用带纸。',
      }),
      ifAsked(own('proxy-id', '代办人居民身份证')),
      ifAsked(form('proxy', '授权委托书')),
    ],
    steps: [
      step('体检', '到医院或自助体检机体检，约10分钟。'),
      step('申请', '手机“交管12123”或窗口申请；在外地也可以换。'),
      step('换证', '审核后当场发证，也可以邮寄。'),
    ],
    limits: within(0, 1),
    fee: charged(
      '国家发展改革委、财政部关于机动车驾驶证工本费的规定',
      '每本10元。选择邮寄的邮费自付，电子驾驶证不收费。',
    ),
    onlineUrl: national,
    questions: [
      qa(
        '过期了还能换吗？',
        '超过有效期一年以内，可以补换；超过一年没有换的，驾驶证注销。注销后两年内考过科目一可以恢复。',
      ),
      qa('70岁以上还能开车吗？', '能。70周岁以上每年体检一次，还要通过记忆力、判断力、反应力测试。'),
    ],
    mistakes: ['到期以后还在开车：属于无有效驾驶证，出了事保险不赔。', '违法没有处理，系统换不了证。'],
    contact: clerk,
    tree: tree(
      ask(
        'when',
        '驾驶证什么时候到期？',
        answer('soon', '90天内到期', { next: 'who' }),
        answer('later', '还有90天以上', {
          stop: '还没有到换证的时候。确实要长期出国、服兵役的，可以提前换，请打电话问。',
        }),
        answer('within-year', '已经过期，不到一年', { note: '换好以前不要开车。', next: 'who' }),
        answer('over-year', '过期一年以上', {
          stop: '驾驶证已经注销。注销未满两年的，考过科目一可以恢复，请到车管所申请。',
        }),
      ),
      ask('who', '谁去办？', answer('self', '本人'), answer('proxy', '请人代办', { adds: ['proxy', 'proxy-id'] })),
    ),
  }),
  guide({
    title: '机动车检验合格标志核发咨询',
    plainTitle: '车辆年检咨询',
    everydayWords: words('年检 年审 验车 车检 审车 检车 摩托车年检 免检 车辆审验'),
    kind: 'public-service',
    basis: [traffic, '《中华人民共和国道路交通安全法实施条例》'],
    unitName: '县公安局',
    acceptingWords: '县交通管理大队车管所、县内机动车检验机构',
    conditions: ['车辆没有没处理完的交通违法。', '交强险在有效期内。'],
    materials: [
      own('vehicle-paper', '机动车行驶证'),
      own('insurance', '交强险保单', { form: 'electronic', note: '电子保单就可以，系统能查到的不用带。' }),
      ifAsked(idCard('别人开来检的，带送检人的身份证。')),
    ],
    steps: [
      step('查该不该检', '在“交管12123”上看检验有效期，到期前三个月内办。'),
      step('免上线的', '6年、10年以外的年份，小型私家车在手机上领电子标志。'),
      step('要上线的', '把车开到检验机构，检完当场取得标志。'),
    ],
    limits: atOnce,
    fee: free,
    onlineUrl: national,
    questions: [
      qa(
        '私家车多少年检一次？',
        '非营运的小型客车（9座以下，面包车除外），10年以内每两年领一次标志，其中第6年、第10年要上线检验；10年以上每年检一次。',
      ),
      qa('检车要交钱吗？', '领标志不收钱。检验机构收检测费，价格在大厅公示，可以货比三家。'),
    ],
    mistakes: ['找“黄牛”代检：既多花钱，又可能没有真检。'],
    contact: clerk,
    tree: tree(
      ask(
        'kind',
        '是什么车？',
        answer('car', '私家小客车（不是面包车）', { next: 'age' }),
        answer('motorcycle', '摩托车', { next: 'age' }),
        answer('other', '面包车、货车、营运车', { note: '按车型和车龄每年或半年上线检验，请打电话问。', next: 'who' }),
      ),
      ask(
        'age',
        '车登记多少年了？',
        answer('under-ten', '不到10年，也不是第6年', {
          stop: '不用上线检验，每两年在手机“交管12123”上领一次电子标志就可以。',
        }),
        answer('six-ten', '正好第6年或第10年', { note: '要上线检验。', next: 'who' }),
        answer('old', '10年以上', { note: '每年上线检验一次。', next: 'who' }),
      ),
      ask('who', '谁开去检？', answer('owner', '车主'), answer('other', '别人', { adds: ['id-card'] })),
    ),
    reviewInMonths: -1,
  }),
];
