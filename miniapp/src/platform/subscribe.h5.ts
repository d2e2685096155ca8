import type { SubscribeAnswer } from './subscribe-answer';

/** Browsers have no messages of WeChat's. */
export const canSubscribe = false;

export async function askToRemind(_templateId: string): Promise<SubscribeAnswer> {
  return { kind: 'failed' };
}

export async function openMessageSettings(): Promise<void> {}
