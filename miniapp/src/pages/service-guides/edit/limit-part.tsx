import { Choice, Switch } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import { faultAt } from '../../../components/content-faults';
import type { FormPart } from './form-parts';

const CHARGED = [
  { value: 'no', label: '不收费' },
  { value: 'yes', label: '收费' },
] as const;

const LONGEST = 730;
const FIRST_STATUTORY = 20;

/** 办理时限 by law and by promise, 收费情况 with its basis, and the address on line. */
export function LimitPart({ form, write, issues }: FormPart) {
  return (
    <>
      <Switch
        label="法律法规规定了时限"
        value={form.statutoryDays !== null}
        onChange={(on) => write({ statutoryDays: on ? FIRST_STATUTORY : null })}
      />
      {form.statutoryDays === null ? null : (
        <Stepper
          label="法定办理时限"
          hint="工作日；当场办结写 0"
          max={LONGEST}
          unit="个工作日"
          value={form.statutoryDays}
          onChange={(statutoryDays) => write({ statutoryDays: statutoryDays ?? 0 })}
          error={faultAt(issues, 'limits.statutoryDays')}
        />
      )}
      <Stepper
        label="承诺办理时限"
        hint="工作日，不超过法定时限；当场办结写 0"
        max={LONGEST}
        unit="个工作日"
        value={form.promisedDays}
        onChange={(promisedDays) => write({ promisedDays })}
        error={faultAt(issues, 'limits.promisedDays')}
      />
      <Choice<'yes' | 'no'>
        label="收费情况"
        options={CHARGED}
        value={form.isCharged}
        onChange={(isCharged) => write({ isCharged })}
        error={faultAt(issues, 'fee')}
      />
      {form.isCharged === 'yes' ? (
        <>
          <Field
            label="收费依据"
            hint="文件名称和文号"
            maxLength={200}
            value={form.feeBasis}
            onChange={(feeBasis) => write({ feeBasis })}
            error={faultAt(issues, 'fee.basis')}
          />
          <Field
            label="收费标准"
            hint="例如 每证 10 元"
            maxLength={200}
            value={form.feeStandard}
            onChange={(feeStandard) => write({ feeStandard })}
            error={faultAt(issues, 'fee.standard')}
          />
        </>
      ) : null}
      <Field
        label="网上办理"
        hint="网址，以 https:// 开头"
        optional
        maxLength={200}
        value={form.onlineUrl}
        onChange={(onlineUrl) => write({ onlineUrl })}
        error={faultAt(issues, 'onlineUrl')}
      />
    </>
  );
}
