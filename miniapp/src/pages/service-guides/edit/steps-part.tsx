import { Field, TextArea } from '../../../ui/field';
import { faultAt } from '../../../components/content-faults';
import type { FormPart } from './form-parts';
import { MovedRows } from '../../../components/moved-rows';

const MOST = 12;

/** 基本流程, step by step. */
export function StepsPart({ form, write, issues }: FormPart) {
  return (
    <MovedRows
      what="流程"
      counted="步"
      items={form.steps}
      onChange={(steps) => write({ steps })}
      fresh={() => ({ name: '', words: '' })}
      most={MOST}
      error={faultAt(issues, 'steps')}
    >
      {(step, index, change) => (
        <>
          <Field
            label="步骤"
            hint="例如 申请、受理、领证"
            maxLength={30}
            value={step.name}
            onChange={(name) => change({ name })}
            error={faultAt(issues, `steps.${index}.name`)}
          />
          <TextArea
            label="这一步做什么"
            rows={2}
            maxLength={200}
            value={step.words}
            onChange={(words) => change({ words })}
            error={faultAt(issues, `steps.${index}.words`)}
          />
        </>
      )}
    </MovedRows>
  );
}
