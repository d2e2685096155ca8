import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { addOrgUnit, changeOrgUnit, listOrgUnits } from '@county/shared/org-units/org-unit-routes';
import {
  NewOrgUnit,
  ORG_UNIT_KIND_LABELS,
  OrgUnitKind,
  UNIT_TRAIT_LABELS,
  UnitTrait,
  type OrgUnit,
} from '@county/shared/org-units/org-unit';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useList } from '../../../api/use-list';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { Field, Select } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { SuggestField } from '../../../ui/suggest-field';
import { toast } from '../../../ui/toast';
import { Merge } from './merge';

interface Props {
  /** Absent when a new one is made. */
  unit: OrgUnit | undefined;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** A unit kept by administrators: names, aliases, traits, phone; and its merger into another. */
export function UnitSheet({ unit, onClose, onDone }: Props) {
  const all = useList(listOrgUnits, { query: { limit: 200 } }).data ?? [];
  const [id] = useState(() => unit?.id ?? newId());
  const [name, setName] = useState(unit?.name ?? '');
  const [kind, setKind] = useState<OrgUnitKind>(unit?.kind ?? 'village');
  const [parentName, setParentName] = useState('');
  const [aliases, setAliases] = useState(unit?.aliases.join('、') ?? '');
  const [traits, setTraits] = useState<UnitTrait[]>(unit?.traits ?? []);
  const [officePhone, setPhone] = useState(unit?.officePhone ?? '');
  const [contactName, setContact] = useState(unit?.contactName ?? '');
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const save = async () => {
    const parentId = unit ? unit.parentId : (all.find((other) => other.name === parentName)?.id ?? null);
    const words = aliases.split(/[、,，\s]+/).filter(Boolean);
    const written = {
      id,
      parentId,
      kind,
      name,
      aliases: words,
      traits,
      officePhone: officePhone.trim() || null,
      contactName: contactName.trim() || null,
    };
    const checked = checkInput(NewOrgUnit, written);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    const answer = unit
      ? await call(changeOrgUnit, { params: { unitId: unit.id }, body: checked.value })
      : await call(addOrgUnit, { body: checked.value });
    if (!answer.ok) return setFailure(answer.failure);
    toast('已保存');
    onClose();
    await onDone();
  };
  return (
    <Sheet
      title={unit?.name ?? '新增单位'}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Field label="单位名称" value={name} onChange={setName} maxLength={60} error={issueAt(issues, 'name')} />
        {unit ? null : (
          <>
            <Select
              label="类型"
              options={OrgUnitKind.options.map((value) => ({ value, label: ORG_UNIT_KIND_LABELS[value] }))}
              value={kind}
              onChange={(value) => setKind(OrgUnitKind.options.find((option) => option === value) ?? 'village')}
            />
            <SuggestField
              label="上级单位"
              options={all.map((other) => ({ value: other.id, label: other.name }))}
              value={parentName}
              onChange={setParentName}
              error={issueAt(issues, 'parentId')}
            />
          </>
        )}
        <Field
          label="别名"
          optional
          hint="文件里的其他叫法，用顿号分开"
          value={aliases}
          onChange={setAliases}
          error={issueAt(issues, 'aliases')}
        />
        <Checks
          label="单位属性"
          hint="“县级行权部门”等群体词按这里识别"
          options={UnitTrait.options.map((value) => ({ value, label: UNIT_TRAIT_LABELS[value] }))}
          values={traits}
          onChange={setTraits}
        />
        <Field
          label="办公电话"
          optional
          kind="phone"
          value={officePhone}
          onChange={setPhone}
          error={issueAt(issues, 'officePhone')}
        />
        <Field
          label="联系人"
          optional
          value={contactName}
          onChange={setContact}
          error={issueAt(issues, 'contactName')}
        />
        {unit ? <Merge unit={unit} units={all} onMerged={onClose} onDone={onDone} /> : null}
      </Stack>
    </Sheet>
  );
}
