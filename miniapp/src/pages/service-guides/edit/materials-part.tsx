import {
  MATERIAL_FORM_LABELS,
  MATERIAL_SOURCE_LABELS,
  type GuideMaterial,
} from '@county/shared/service-guides/service-guide';
import { Choice } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { faultAt } from '../../../components/content-faults';
import type { FormPart } from './form-parts';
import { newKey, type FormMaterial } from './guide-form';
import { MovedRows } from '../../../components/moved-rows';
import { SampleField } from './sample-field';

const FORMS = (Object.keys(MATERIAL_FORM_LABELS) as GuideMaterial['form'][]).map((value) => ({
  value,
  label: MATERIAL_FORM_LABELS[value],
}));
const SOURCES = (Object.keys(MATERIAL_SOURCE_LABELS) as GuideMaterial['source'][]).map((value) => ({
  value,
  label: MATERIAL_SOURCE_LABELS[value],
}));
const NEEDED = [
  { value: 'always', label: '人人都要' },
  { value: 'by-answers', label: '看情况才要', about: '在“几个问题”里选上，回答到那一项才列进清单' },
] as const;

const MOST = 40;

interface Props extends FormPart {
  sampleUrls: Readonly<Record<string, string>>;
}

/** 申请资料: each paper with its form, count, source and a picture of one that is filled in. */
export function MaterialsPart({ form, write, issues, sampleUrls }: Props) {
  const fresh = (): FormMaterial => ({
    key: newKey('m', form.materials),
    name: '',
    form: 'original',
    count: 1,
    source: 'own',
    sourceWords: '',
    needed: 'always',
    note: '',
    sampleId: null,
  });
  return (
    <MovedRows
      what="材料"
      counted="样"
      items={form.materials}
      onChange={(materials) => write({ materials })}
      fresh={fresh}
      most={MOST}
      error={faultAt(issues, 'materials')}
    >
      {(material, index, change) => {
        const fault = (field: string) => faultAt(issues, `materials.${index}.${field}`);
        return (
          <>
            <Field
              label="材料名称"
              maxLength={80}
              value={material.name}
              onChange={(name) => change({ name })}
              error={fault('name') ?? fault('key')}
            />
            <Choice<GuideMaterial['form']>
              label="原件或复印件"
              options={FORMS}
              value={material.form}
              onChange={(chosen) => change({ form: chosen })}
              error={fault('form')}
            />
            <Stepper
              label="份数"
              min={1}
              max={20}
              quickStep={2}
              unit="份"
              value={material.count}
              onChange={(count) => change({ count })}
              error={fault('count')}
            />
            <Choice<GuideMaterial['source']>
              label="材料来源"
              options={SOURCES}
              value={material.source}
              onChange={(source) => change({ source })}
              error={fault('source')}
            />
            <Field
              label="从哪里来"
              hint="例如 由村委会开具；别处开具的一定要写"
              optional={material.source !== 'authority'}
              maxLength={100}
              value={material.sourceWords}
              onChange={(sourceWords) => change({ sourceWords })}
              error={fault('sourceWords')}
            />
            <Choice<GuideMaterial['needed']>
              label="是否必需"
              options={NEEDED}
              value={material.needed}
              onChange={(needed) => change({ needed })}
              error={fault('needed')}
            />
            <TextArea
              label="说明"
              rows={2}
              maxLength={200}
              value={material.note}
              onChange={(note) => change({ note })}
              error={fault('note')}
            />
            <SampleField
              sampleId={material.sampleId}
              url={sampleUrls[material.key]}
              onChange={(sampleId) => change({ sampleId })}
              error={fault('sampleId')}
            />
          </>
        );
      }}
    </MovedRows>
  );
}
