import type { PrivacyItem } from '@county/shared/site/site';

/** Every kind of personal data the server keeps. Whoever adds a column about a person adds its line here. */
export const PRIVACY: PrivacyItem[] = [
  {
    what: '工作人员的姓名、单位、职务角色',
    why: '确定谁能看、谁能办，并记录由谁填报',
    keptFor: '任职期间；离开单位后停用，办理记录中的姓名保留',
  },
  {
    what: '工作人员的登录手机号（加密保存，不在任何页面显示）',
    why: '登录和接受邀请时核对身份',
    keptFor: '账号停用之前',
  },
  {
    what: '工作人员的登录密码（只存加密摘要，无法还原）',
    why: '网页登录',
    keptFor: '账号停用或改用微信之前',
  },
  {
    what: '工作人员的微信用户标识（openid）',
    why: '在微信中免密码登录',
    keptFor: '解除绑定或账号停用之前',
  },
  {
    what: '登录会话',
    why: '保持登录状态',
    keptFor: '网页闲置 30 分钟（管理员 15 分钟）、微信 30 天，退出即失效',
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
  {
    what: '投诉建议的内容，以及您自愿填写的联系方式（加密保存）',
    why: '答复您的投诉或建议；不填联系方式也可提交',
    keptFor: '办结存档期间；联系方式可要求删除',
  },
  {
    what: '提交投诉建议时的网络地址（计数用的只是无法还原的摘要）',
    why: '防止恶意大量提交，并记入操作日志',
    keptFor: '计数摘要 1 小时左右，操作日志不少于 180 天',
  },
];
