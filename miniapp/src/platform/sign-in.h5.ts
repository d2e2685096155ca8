/** The web has no account of its own to sign in with: people use phone and password. */
export const hasWechatSignIn = false;

export async function wechatCode(): Promise<string | undefined> {
  return undefined;
}
