import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { StaffRole } from '@county/shared/people/person';
import { ROLE_LABELS } from '@county/shared/people/role';
import type * as z from '@county/shared/zod';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { Choice } from '../../../ui/choice';
import { SuggestField } from '../../../ui/suggest-field';

export type GivenRole = z.output<typeof StaffRole>;

/** Where somebody works and as what; a unit lead chooses among the own units. */
export interface Post {
  unitName: string;
  role: GivenRole;
}

/** The units the actor may choose from. */
export function useReachableUnits(): readonly OrgUnit[] {
  const staff = useStaff();
  const list = useList(listOrgUnits, { query: { limit: 200 } });
  const units = list.data ?? [];
  return staff?.role === 'administrator' ? units : units.filter((unit) => staff?.unitIds.includes(unit.id));
}

interface Props {
  post: Post;
  units: readonly OrgUnit[];
  onChange(post: Post): void;
  unitError?: string;
  roleError?: string;
}

export function UnitAndRole({ post, units, onChange, unitError, roleError }: Props) {
  const staff = useStaff();
  const roles = StaffRole.options.filter(
    (role) => staff?.role === 'administrator' || role === 'officer' || role === 'unit-lead',
  );
  return (
    <>
      <SuggestField
        label="单位"
        hint="写几个字，从下面选"
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={post.unitName}
        onChange={(unitName) => onChange({ ...post, unitName })}
        error={unitError}
      />
      <Choice
        label="角色"
        options={roles.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
        value={post.role}
        onChange={(role) => onChange({ ...post, role })}
        error={roleError}
      />
    </>
  );
}
