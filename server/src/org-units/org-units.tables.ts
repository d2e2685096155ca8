import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { calendarDay, integer, json, nullable, primaryId, reference, table, text } from '../database/table.ts';

export const OrgUnits = table<OrgUnit>(
  'org_unit',
  {
    id: primaryId(),
    parentId: nullable(reference()),
    kind: text(20),
    name: text(60),
    aliases: json(),
    traits: json(),
    officePhone: nullable(text(30)),
    contactName: nullable(text(30)),
    validFrom: calendarDay(),
    validUntil: nullable(calendarDay()),
    successorId: nullable(reference()),
    position: integer(),
  },
  {
    indices: [
      { name: 'org_unit_parent', columns: ['parentId'] },
      { name: 'org_unit_position', columns: ['position', 'id'] },
    ],
  },
);
