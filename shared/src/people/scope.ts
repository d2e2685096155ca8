import type { Actor } from './actor.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { STAFF, type Role } from './role.ts';

/** Whether the actor works for the county, in whatever unit. */
export function isStaff(actor: Actor): boolean {
  return (STAFF as readonly Role[]).includes(actor.role);
}

/** Whether the actor sees every unit of the county. */
export function overseesAll(actor: Actor): boolean {
  return actor.role === 'supervisor' || actor.role === 'administrator';
}

/** Whether a unit's records are within the actor's scope: own unit (officer), own and under (unit lead), all (overseers). */
export function reaches(actor: Actor, unitId: string): boolean {
  return overseesAll(actor) || actor.unitIds.includes(unitId);
}

/** The units an actor's lists are limited to, or null for no limit. */
export function scopeOf(actor: Actor): readonly string[] | null {
  return overseesAll(actor) ? null : actor.unitIds;
}

/** Nobody decides on a unit in which they have a post themselves, whatever they act as (rules S1). */
export function hasNoPostIn(posts: readonly { unitId: string }[], unitIds: readonly string[]): Verdict {
  return posts.some(({ unitId }) => unitIds.includes(unitId))
    ? refused('not-allowed', '您在这个单位也有任职，要由其他人办理')
    : allowed;
}

/** Whether the actor leads the given unit or one above it. */
export function leads(actor: Actor, unitId: string): boolean {
  return actor.role === 'unit-lead' && actor.unitIds.includes(unitId);
}
