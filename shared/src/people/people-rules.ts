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
