import { KeyRing, type KeySettings } from './config/key-ring.ts';
import type { Database } from './database/database.ts';
import type { Rotation } from './key-rotation.ts';

/** What people still hold in their hands that was reckoned by an earlier key. */
interface OpenUses {
  invitations: number;
  invitedUntil: string | null;
  /** The last day of a booking or an event somebody has a link to. */
  linksUntil: string | null;
}

/** Invitations not yet used, and links to what is still to come; nothing stored makes these new. */
export function openUses(database: Database, settings: KeySettings, now: string): Promise<OpenUses> {
  const { hash } = new KeyRing(settings, 'personal-data').beginnings;
  return database.read(async (db) => {
    const [invited] = await db.query<{ count: number | string; until: string | null }[]>(
      'SELECT COUNT(*) AS count, MAX(`expiresAt`) AS until FROM `invitation` WHERE `usedAt` IS NULL AND `expiresAt` > ? AND `codeHash` NOT LIKE ?',
      [now, `${hash}%`],
    );
    const [booked] = await db.query<{ day: string | null }[]>(
      "SELECT MAX(`day`) AS day FROM `booking` WHERE `state` = 'booked'",
    );
    const [entered] = await db.query<{ day: string | null }[]>(
      'SELECT MAX(`lastDay`) AS day FROM `public_event` WHERE `id` IN (SELECT `eventId` FROM `event_sign_up`)',
    );
    const days = [booked!.day, entered!.day].filter((day): day is string => day !== null && day >= now.slice(0, 10));
    return {
      invitations: Number(invited!.count),
      invitedUntil: invited!.until,
      linksUntil: days.toSorted().at(-1) ?? null,
    };
  });
}

/** What was done, and whether the earlier keys may be taken out of the settings. */
export function rotatedInWords(
  { rewritten, unreadable, left }: Rotation,
  { invitations, invitedUntil, linksUntil }: OpenUses,
): string {
  const lines = [`换成新密钥的：${rewritten} 行`];
  if (unreadable)
    lines.push(`有 ${unreadable} 行用现在的和以前的密钥都打不开，没有动；请把当时的密钥补进 SECRET_KEYS_BEFORE 再运行`);
  if (left) {
    lines.push(`还有 ${left} 行没有换。以前的密钥先不要去掉；请确认服务器都用新设置启动了，再运行一次`);
    return lines.join('\n');
  }
  lines.push('旧密钥下已经没有任何数据，可以去掉 SECRET_KEYS_BEFORE');
  if (invitations)
    lines.push(`其中 ${invitations} 个邀请码还没有用（最晚 ${invitedUntil!.slice(0, 10)} 到期）：去掉之后要重新发`);
  if (linksUntil)
    lines.push(
      `群众手里的预约、报名链接最晚用到 ${linksUntil}：这一天之后再去掉，链接就都不受影响；去掉得早的，可用预约号和手机号找回`,
    );
  return lines.join('\n');
}
