import type { HandbookSeed } from './guide-seed.ts';

const first = (guideTitle: string, note: string) => ({ guideTitle, note, isParallel: false });
const then = first;
/** At the same time as the step before. */
const meanwhile = (guideTitle: string, note: string) => ({ guideTitle, note, isParallel: true });

const birth: HandbookSeed = {
  title: '孩子出生一本通',
  matter: '孩子出生了',
  unitName: '县行政审批局',
  intro: '从怀孕到孩子有户口、有医保、有社保卡，按这个顺序办，不跑冤枉路。户口办好以后，后面几件大多可以在手机上办。',
  steps: [
    first('生育登记', '怀孕后就可以登记；不登记也不影响后面几步。'),
    then('给孩子上户口', '先和家里人商量好名字、随谁落户，出生后一个月以内办。'),
    then('参加居民医保', '出生90天内参保缴费，从出生那天起的医药费都能报。'),
    meanwhile('办社保卡', '有了身份号码就能办，和参保同一天办就行。'),
    then('缴居民社保费', '参保登记以后要缴费，才算参保成功，手机上就能缴。'),
    then('报销医药费', '住院时没有直接结算的才要这一步，票据和清单先留好。'),
  ],
  submittedOnce: ['父母双方的居民身份证', '出生医学证明', '居民户口簿'],
};

const restaurant: HandbookSeed = {
  title: '开小餐馆一本通',
  matter: '开一家小餐馆',
  unitName: '县行政审批局',
  intro:
    '先办执照，再办餐饮的证，最后接水接电、开发票。租房、装修之前，请先把店面的草图拿到窗口看一看，免得装好了又返工。',
  steps: [
    first('办个体户执照', '起名字、定经营范围，在家里用手机就能办。'),
    then('小餐饮备案', '店面小、品种简单的办这个，当场拿备案证。'),
    meanwhile('办食品经营许可证', '店面大、做凉菜和裱花的办这个。和小餐饮备案只办其中一个，拿不准的先打电话。'),
    meanwhile('用电报装', '要用动力电的，把灶具、冰柜的功率列一张清单。'),
    meanwhile('用水报装', '和用电一起报，一个窗口办。'),
    then('申请创业担保贷款', '开业以后缺周转资金，而且属于重点群体的，可以申请。'),
    then('代开发票', '客人要发票、自己又不能开的时候用。'),
  ],
  submittedOnce: ['经营者的居民身份证', '营业执照', '房屋产权材料或租赁合同', '从业人员健康证明'],
};

const house: HandbookSeed = {
  title: '村里建房一本通',
  matter: '在村里建房',
  unitName: '县自然资源局',
  intro:
    '先批地、再批房、再动工，建好以后验收、办证。没有批准就打地基属于违法占地。宅基地和建房许可填一张表，一起申请。',
  steps: [
    first('申请宅基地', '向村民小组申请；原址重建的也要先告诉村里。'),
    meanwhile('农村建房许可', '和宅基地填同一张表，乡镇一次到现场看。'),
    then('砍树办证', '地基上有成片的林木要砍的才办；房前屋后自己栽的零星树木不用办。'),
    meanwhile('用电报装', '盖房子可以先装临时用电，盖好后转成正式的。'),
    meanwhile('用水报装', '有自来水的地方办。'),
    then('农村房屋确权登记', '验收以后办，拿到不动产权证书才算全部办完。'),
  ],
  submittedOnce: ['全家成年人的居民身份证', '居民户口簿', '农村宅基地和建房（规划许可）申请表'],
};

const farewell: HandbookSeed = {
  title: '老人去世身后事一本通',
  matter: '家里老人去世了',
  unitName: '县民政局',
  intro:
    '先拿死亡证明，再料理后事，然后注销户口、停发养老金、领补助，最后办房子和存款的继承。急的只有前两步，其余的等心情平复了再办也来得及。',
  steps: [
    first('申请殡葬费减免', '打殡仪馆电话派车，结账时直接减免。'),
    then('给去世的家人注销户口', '带死亡证明，一个月以内到户籍地派出所。'),
    then('领丧葬补助金', '先报停养老金，家里商量好由一个人申领。'),
    then('公证咨询', '家里人对遗产有不同想法，或者要办继承公证的，先咨询，不收费。'),
    then('办房产证', '县城的商品房办继承过户。'),
    meanwhile('农村房屋确权登记', '老家的房子办继承登记。和上面一步按房子在哪里选着办。'),
  ],
  submittedOnce: ['居民死亡医学证明（推断）书', '去世的人的居民身份证和户口簿', '办事家属的居民身份证', '亲属关系材料'],
};

const retirement: HandbookSeed = {
  title: '退休养老一本通',
  matter: '退休了，老了',
  unitName: '县人力资源和社会保障局',
  intro:
    '满60周岁领居民养老金，或者到年龄办职工退休；领上以后每年认证一次，再把优待证、慢病待遇和高龄津贴办好。走不动的，打电话请人上门。',
  steps: [
    first('办社保卡', '养老金发到社保卡上，先看银行功能激活了没有。'),
    then('领居民养老金', '缴居民养老保险的办这个，满60周岁当月申请。'),
    meanwhile('办职工退休', '缴职工养老保险的办这个。和上面一步只办其中一个。'),
    then('办老年优待证', '满60周岁就能办；不办证，出示身份证也一样享受优待。'),
    meanwhile('办慢病门诊待遇', '有高血压、糖尿病等长期要吃药的，早点办。'),
    then('养老金资格认证', '领上以后每12个月认证一次，在手机上刷脸就行。'),
    then('领高龄津贴', '满80周岁办。'),
    meanwhile('预约上门帮办', '腿脚不便、不会用手机的，以上几件都可以请人上门。'),
  ],
  submittedOnce: ['居民身份证', '本人社会保障卡', '居民户口簿'],
};

/** 一本通: matters of a life across departments. */
export function handbookSeeds(): HandbookSeed[] {
  return [birth, restaurant, house, farewell, retirement];
}
