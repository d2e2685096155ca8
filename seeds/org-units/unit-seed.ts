import type { OrgUnit } from '@county/shared/org-units/org-unit';

/** A unit of the invented county; ids are made when it is taken in, so the unit above is told by name. */
export type UnitSeed = Pick<OrgUnit, 'kind' | 'name' | 'aliases' | 'traits' | 'officePhone' | 'contactName'> & {
  parentName: string | null;
};
