import { SERVICE_POINT_KIND_LABELS, ServicePointKind } from '@county/shared/service-map/service-point';
import { useStaff } from '../../../api/session';
import { Box } from '../../../ui/base/box';
import { Field, Select } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import type { PartProps } from './point-form';
import { UnitFinder } from './unit-finder';

const KINDS = ServicePointKind.options.map((value) => ({ value, label: SERVICE_POINT_KIND_LABELS[value] }));

/** What it is, whose, where by words, and its phone. */
export function BasicsPart({ form, change, issue, isNew }: PartProps & { isNew: boolean }) {
  const staff = useStaff();
  return (
    <Section title="基本情况">
      <Card>
        <Stack>
          {isNew && staff?.role !== 'officer' ? (
            <UnitFinder
              label="所属单位"
              chosen={form.unitId ? [{ id: form.unitId, name: form.unitName }] : []}
              onChange={([unit]) => change({ unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
              error={issue('unitId')}
            />
          ) : (
            <Box className="field-hint">{`所属单位：${form.unitName}`}</Box>
          )}
          <Select
            label="类别"
            options={KINDS}
            value={form.kind}
            onChange={(kind) => change({ kind: ServicePointKind.parse(kind) })}
            error={issue('kind')}
          />
          <Field
            label="名称"
            hint="门牌上写的，如“青石镇便民服务中心”"
            maxLength={60}
            value={form.name}
            onChange={(name) => change({ name })}
            error={issue('name')}
          />
          <Field
            label="地址"
            maxLength={120}
            value={form.address}
            onChange={(address) => change({ address })}
            error={issue('address')}
          />
          <Field
            label="附近标志"
            optional
            hint="当地人问路说的：菜市场对面、村口大榕树旁"
            maxLength={80}
            value={form.landmark}
            onChange={(landmark) => change({ landmark })}
            error={issue('landmark')}
          />
          <Field
            label="电话"
            optional
            kind="text"
            hint="有人接的办公电话，不写个人手机；群众可以直接拨打"
            maxLength={28}
            value={form.phone}
            onChange={(phone) => change({ phone })}
            error={issue('phone')}
          />
        </Stack>
      </Card>
    </Section>
  );
}
