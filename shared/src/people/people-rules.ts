import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';
import { reaches } from './scope.ts';

/** Who may give (or take) a role: a unit lead within the own units, an administrator everywhere. */
export function canGiveRole(actor: Actor, unitId: string, role: Role): Verdict {
  if (actor.role === 'administrator') return allowed;
  if (actor.role !== 'unit-lead' || !reaches(actor, unitId))
    return refused('not-allowed', '只能管理本单位和所辖单位的人员');
  if (role !== 'officer' && role !== 'unit-lead') return refused('not-allowed', '督查员和管理员由管理员设置');
  return allowed;
}

/** Nobody moves or lets go themselves: a unit would be left without its lead by a slip of the finger. */
export function canMoveOrLetGo(actor: Actor, personId: string): Verdict {
  if (actor.personId === personId)
    return refused('not-allowed', '不能给自己办理调动或离任，请由上级负责人或管理员办理');
  return allowed;
}

/**
 * A new way of signing in opens everything its person may do: who gives it must be above all of it, lest a lead
 * become an administrator by inviting one.
 */
export function canInvite(actor: Actor, memberships: readonly { unitId: string; role: Role }[]): Verdict {
  if (memberships.every(({ unitId, role }) => canGiveRole(actor, unitId, role).allowed)) return allowed;
  return refused('not-allowed', '此人还有本单位以外的身份，请由管理员邀请或重置');
}
