import type { DoorEntry } from '@county/shared/public-events/sign-up';

/** How somebody at the door is called; who just came need not say a name. */
export const nameOf = ({ name, via }: Pick<DoorEntry, 'name' | 'via'>): string =>
  name ?? (via === 'walk-in' ? '现场来的一位' : '已删除姓名');
