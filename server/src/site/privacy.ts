import type { PrivacyItem } from '@county/shared/site/site';
import type { Settings } from '../config/settings.ts';

type KeepMonths = Pick<Settings, 'BOOKING_KEEP_MONTHS' | 'HOME_VISIT_KEEP_MONTHS' | 'EVENT_KEEP_MONTHS'>;

/** Every kind of personal data the server keeps, first what concerns residents. Whoever adds a column about a person adds its line here. */
export const privacyOf = (settings: KeepMonths): PrivacyItem[] => [
  ...RESIDENTS,
  ...visits(settings),
  ...TRACES,
  ...STAFF,
];

const STAFF: PrivacyItem[] = [
  {
    what: '工作人员的姓名、单位、职务角色',
    why: '确定谁能看、谁能办，并记录由谁填报',
    keptFor: '任职期间；离开单位后停用，办理记录中的姓名保留',
  },
  {
    what: '工作人员的登录手机号（加密保存，不在任何页面显示）',
    why: '登录和接受邀请时核对身份；县里开通短信时，用来发送工作提醒',
    keptFor: '账号停用之前',
  },
  {
    what: '工作人员的登录密码（只存加密摘要，无法还原）',
    why: '网页登录',
    keptFor: '账号停用或改用微信之前',
  },
  {
    what: '工作人员的微信用户标识（openid）',
    why: '在微信中免密码登录；您同意接收时，用来发送工作提醒',
    keptFor: '解除绑定或账号停用之前',
  },
  {
    what: '微信订阅消息的授权结果（何时同意或拒绝）和剩余次数',
    why: '每次同意只发一条提醒，次数用完就不再发',
    keptFor: '账号停用或注销之前',
  },
  {
    what: '工作人员自愿登记的邮箱（加密保存，页面上只显示首字母和域名）',
    why: '发送工作提醒，不作他用',
    keptFor: '本人随时可在“提醒方式”里删除，离任后自动删除；没有确认的 1 小时左右删除',
  },
  {
    what: '登录会话',
    why: '保持登录状态',
    keptFor: '网页闲置 30 分钟（管理员 15 分钟）、微信 30 天，退出即失效；过期后一天内删除',
  },
  {
    what: '操作日志：谁、何时、从哪个网络地址、做了什么',
    why: '《网络安全法》要求留存日志，用于查错和追责',
    keptFor: '不少于 180 天',
  },
  {
    what: '填报时上传的照片和附件（照片的拍摄时间、地点等信息在保存前去除）',
    why: '证明工作进展，只供本单位、上级单位和督查员查看',
    keptFor: '随填报记录保存；上传后 7 天没有用于填报的自动删除',
  },
];

const RESIDENTS: PrivacyItem[] = [
  {
    what: '群众在微信里登录后的用户标识（openid）；不登录就没有',
    why: '把预约、报名归到您的账号；您同意接收时，用来发送提醒',
    keptFor: '您自己注销账号时马上删除',
  },
  {
    what: '投诉建议的内容，以及您自愿填写的联系方式（加密保存）',
    why: '答复您的投诉或建议；不填联系方式也可提交',
    keptFor: '办结存档期间；联系方式可要求删除',
  },
  {
    what: '就公开任务提问的内容，以及您自愿填写的称呼和电话（电话加密保存，都不公开）',
    why: '承办单位了解情况、把答复告诉您；不填也可提问',
    keptFor: '提问和答复存档期间；电话可凭编号随时自己删除',
  },
  {
    what: '服务点纠错的内容（不问您是谁，请不要写自己的姓名、电话）',
    why: '改正地图上的电话、时间、位置，把结果告诉报告的人',
    keptFor: '随服务点保存',
  },
];

const visits = ({ BOOKING_KEEP_MONTHS, HOME_VISIT_KEEP_MONTHS, EVENT_KEEP_MONTHS }: KeepMonths): PrivacyItem[] => [
  {
    what: '预约人的姓名、手机号，代约人的姓名、手机号（加密保存，名单里手机号只显示头尾）',
    why: '核对来的是本人，时间有变动时通知；只有服务点本单位的工作人员能看，看完整号码有记录',
    keptFor: `办理那天之后 ${BOOKING_KEEP_MONTHS} 个月，到期自动删除，只留次数`,
  },
  {
    what: '上门服务申请里老人（残疾人）的姓名、电话、怎么找到家、要办的事（加密保存）',
    why: '上门办这一件事；只有负责上门的单位能看，每次查看有记录',
    keptFor: `办完、谢绝或撤回 ${HOME_VISIT_KEEP_MONTHS} 个月后自动删除，只留件数；建了服务卡的随卡保存`,
  },
  {
    what: '服务卡：老人的姓名、电话、住处、听力行动等要留意的情况、走访记录（加密保存；本人、家人或监护人单独同意才建）',
    why: '再次上门时不用重问；只有服务的单位能看，每次查看有记录',
    keptFor: '撤回同意时立即删除；随时可以撤回',
  },
  {
    what: '活动报名人、参加人的姓名、手机号和通知里写明要填的内容（加密保存，名单里手机号只显示头尾）',
    why: '核对来的是本人，活动有变动时通知；只有主办单位的工作人员能看，看完整号码有记录',
    keptFor: `活动结束 ${EVENT_KEEP_MONTHS} 个月后自动删除，只留人数；听证参加人名单随公告保留`,
  },
];

const TRACES: PrivacyItem[] = [
  {
    what: '提交投诉建议、提问、纠错、预约和上门申请时的网络地址（计数用的只是无法还原的摘要）',
    why: '防止恶意大量提交，并记入操作日志',
    keptFor: '计数摘要 1 小时左右，操作日志不少于 180 天',
  },
];
