import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { normalName } from '@county/shared/org-units/unit-names';
import type { Actor } from '@county/shared/people/actor';
import { PhoneNumber } from '@county/shared/people/person';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PeopleService } from '../people/people.service.ts';
import type { UnitLine, UnitList } from './units-sheet.ts';

/** What stands in the way of setting up, in words for whoever runs the command. */
export class SetUpRefused extends Error {}

export interface Administrator {
  unitName: string;
  name: string;
  phone: string;
  /** Where administrators are there but none can sign in any more. */
  recover: boolean;
}

/** A county's first units and its first administrator, by whoever holds the server; everything else is done in the product. */
@Injectable()
export class SetUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly people: PeopleService,
  ) {}

  /** Takes in units that are not there yet, all or none; answers how many. Those that are there stay as they are. */
  async takeUnits({ lines, problems }: UnitList): Promise<number> {
    const faults = [...problems, ...(await this.unknownAbove(lines))];
    if (faults.length) throw new SetUpRefused(`单位名录有误，没有写入任何单位：\n${faults.join('\n')}`);
    const names = await this.units.names();
    const byId = await this.units.byId();
    const fresh = lines.filter((line) => {
      const known = names.find(line.name)?.unit;
      if (known) demandSameUnit(line, known, byId.get(known.parentId ?? ''));
      return !known;
    });
    const ids = new Map(fresh.map(({ name }) => [normalName(name), newId()]));
    const start = (await this.units.all()).length;
    const units = fresh.map(({ parentName, parentAt: _at, ...line }, index): OrgUnit => {
      const parentId = parentName && (ids.get(normalName(parentName)) ?? names.find(parentName)?.unit.id);
      return {
        ...line,
        id: ids.get(normalName(line.name))!,
        parentId: parentId || null,
        validFrom: this.clock.today(),
        validUntil: null,
        successorId: null,
        position: start + index,
      };
    });
    const existing = (await this.units.all()).filter(({ successorId }) => !successorId);
    demandOneName([...existing, ...units]);
    demandOneCounty([...existing, ...units]);
    if (units.length) await this.units.seed(inOrder(units));
    return units.length;
  }

  /** An administrator with an invitation code, which is shown once. */
  async makeAdministrator({
    unitName,
    name,
    phone,
    recover,
  }: Administrator): Promise<{ code: string; expiresAt: string }> {
    const number = PhoneNumber.safeParse(phone);
    if (!number.success) throw new SetUpRefused('手机号应是 11 位数字，请检查 --phone');
    const unit = (await this.units.names()).find(unitName)?.unit;
    if (!unit) throw new SetUpRefused(`没有叫“${unitName}”的单位；请先用 --units 导入名录，或检查 --unit`);
    if (!recover && (await this.people.hasAdministrator()))
      throw new SetUpRefused('已经有管理员了，请由管理员在“人员”里添加；若都不能登录，加 --recover 重新设置一位');
    const person = { id: newId(), name, phone: number.data, unitId: unit.id, role: 'administrator' as const };
    const actor = bySetUp(person.id, name);
    const added = await this.people.add(actor, person);
    const { id } = 'reply' in added ? added.reply : added;
    const action = recover ? 'recoverAdministrator' : 'makeFirstAdministrator';
    await this.database.work((db) => this.audit.record(db, null, { action, subjectKind: 'person', subjectId: id }));
    return this.people.invite(actor, id, recover);
  }

  /** Lines whose unit above is neither in the list nor in the county, told with the list's other faults. */
  private async unknownAbove(lines: readonly UnitLine[]): Promise<string[]> {
    const names = await this.units.names();
    const listed = new Set(lines.map(({ name }) => normalName(name)));
    const isKnown = (name: string) => listed.has(normalName(name)) || names.find(name) !== undefined;
    return lines.flatMap(({ name, parentName, parentAt }) =>
      parentName && !isKnown(parentName) ? [`${parentAt}：“${name}”的上级“${parentName}”不在名录里，请补上或改正`] : [],
    );
  }
}

/** Whoever holds the server's settings and data holds everything; the audit trail names the new administrator. */
function bySetUp(personId: string, name: string): Actor {
  return { sessionId: newId(), personId, name, role: 'administrator', unitId: null, unitName: null, unitIds: [] };
}

/** Two villages of one name are told apart by their township's; a line that is skipped must be the very unit that is there. */
function demandSameUnit(line: UnitLine, known: OrgUnit, parent: OrgUnit | undefined): void {
  const above = [parent?.name, ...(parent?.aliases ?? [])].filter(Boolean).map((name) => normalName(name!));
  if (!line.parentName || above.includes(normalName(line.parentName))) return;
  throw new SetUpRefused(
    `“${line.name}”已在“${parent?.name ?? '县'}”之下；若是“${line.parentName}”的另一个单位，请把名称写成“${line.parentName}${line.name}”`,
  );
}

function demandOneCounty(units: readonly OrgUnit[]): void {
  const counties = units.filter(({ kind }) => kind === 'county').map(({ name }) => name);
  if (counties.length > 1) throw new SetUpRefused(`一套系统只管一个县，名录里有 ${counties.join('、')}，请只留一个`);
}

function demandOneName(units: readonly OrgUnit[]): void {
  const known = new Map<string, string>();
  for (const unit of units) {
    for (const name of new Set([unit.name, ...unit.aliases].map(normalName))) {
      const other = known.get(name);
      if (other) throw new SetUpRefused(`“${name}”既是“${other}”又是“${unit.name}”的名称或别名，请只留一处`);
      known.set(name, unit.name);
    }
  }
}

/** The unit above before those under it; a circle is nobody's county. */
function inOrder(units: readonly OrgUnit[]): OrgUnit[] {
  const ordered: OrgUnit[] = [];
  let left = [...units];
  while (left.length) {
    const waiting = new Set(left.map(({ id }) => id));
    const next = left.filter(({ parentId }) => !parentId || !waiting.has(parentId));
    if (!next.length) throw new SetUpRefused(`“${left[0]!.name}”与它的上级互为上级，请改正`);
    ordered.push(...next);
    left = left.filter((unit) => !next.includes(unit));
  }
  return ordered;
}
