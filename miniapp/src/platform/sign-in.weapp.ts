import Taro from '@tarojs/taro';

export const hasWechatSignIn = true;

/** A code of wx.login: good once, for five minutes. Undefined when WeChat gives none. */
export async function wechatCode(): Promise<string | undefined> {
  try {
    const { code } = await Taro.login();
    return code || undefined;
  } catch {
    return undefined;
  }
}
