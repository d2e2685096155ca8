import { listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import { ORG_UNIT_KIND_LABELS, OrgUnitKind, type OrgUnit } from '@county/shared/org-units/org-unit';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { ring } from '../../../platform/device';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow, Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { UnitSheet } from './unit-sheet';

/** Every unit of the county: to ring, and for administrators to keep. */
export default function OrgUnitsPage() {
  const staff = useStaff();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string>();
  const [kind, setKind] = useState<OrgUnitKind>();
  const [opened, setOpened] = useState<OrgUnit | 'new'>();
  const list = useList(listOrgUnits, { query: { text: wanted, kind, limit: 50 } });
  const keeps = staff?.role === 'administrator';
  return (
    <Page title="单位" about="县、部门、乡镇（街道）、村（社区）">
      <Card>
        <Flow>
          <SearchField
            label="名称或别名"
            value={text}
            onChange={setText}
            onSearch={() => setWanted(text.trim() || undefined)}
          />
          <Select
            label="类型"
            options={[
              { value: 'any', label: '全部' },
              ...OrgUnitKind.options.map((value) => ({ value, label: ORG_UNIT_KIND_LABELS[value] })),
            ]}
            value={kind ?? 'any'}
            onChange={(value) => setKind(OrgUnitKind.options.find((option) => option === value))}
          />
          {keeps ? (
            <Button icon="plus" onPress={() => setOpened('new')}>
              新增单位
            </Button>
          ) : null}
        </Flow>
      </Card>
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="building-2" title="没有找到单位">
              换个名称再找。
            </EmptyState>
          </Card>
        }
      >
        {(units) => (
          <Card flush>
            {units.map((unit) => (
              <UnitRow key={unit.id} unit={unit} onOpen={keeps ? () => setOpened(unit) : undefined} />
            ))}
          </Card>
        )}
      </ListAnswer>
      {opened ? (
        <UnitSheet
          unit={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
          onDone={list.reload}
        />
      ) : null}
    </Page>
  );
}

function UnitRow({ unit, onOpen }: { unit: OrgUnit; onOpen: (() => void) | undefined }) {
  const phone = unit.officePhone;
  const about = [
    unit.aliases.length ? `又称 ${unit.aliases.join('、')}` : null,
    unit.contactName,
    phone ?? '未登记电话',
  ];
  return (
    <Row
      icon={onOpen ? 'building-2' : 'phone'}
      title={unit.name}
      about={about.filter(Boolean).join(' · ')}
      onPress={onOpen ?? (phone ? () => void ring(phone) : undefined)}
      end={
        <Tag tone="stone" icon="landmark">
          {ORG_UNIT_KIND_LABELS[unit.kind]}
        </Tag>
      }
    />
  );
}
