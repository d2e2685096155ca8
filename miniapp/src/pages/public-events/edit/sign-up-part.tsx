import type { EventField } from '@county/shared/public-events/event-content';
import { faultAt, faultWithin } from '../../../components/content-faults';
import { MovedRows } from '../../../components/moved-rows';
import { newId } from '../../../platform/ids';
import { Box } from '../../../ui/base/box';
import { Choice, Switch } from '../../../ui/choice';
import { ClockField, DateField, Field, FieldError, FieldPair, TextArea } from '../../../ui/field';
import { Stepper } from '../../../ui/stepper';
import type { FormField } from './event-form';
import type { FormPart } from './form-parts';

const MOST_HOURS = 720;
const MOST_PEOPLE = 20;
const WAYS = [
  { value: 'first', label: '先报先得', about: '满了按先后候补，有人退出即时递补' },
  { value: 'draw', label: '公开抽签', about: '用一个公开数字抽，谁都能重算' },
] as const;

/** How one signs up: from when to when, who gets a place, what is asked besides. */
export function SignUpPart(part: FormPart) {
  const { form, write, issues } = part;
  const fault = (field: string) => faultAt(issues, `signUp.${field}`);
  const wrong = faultAt(issues, 'signUp');
  return (
    <>
      <Switch
        label="要报名"
        about="关掉就是谁想来都可以直接来"
        value={form.takesSignUps}
        onChange={(takesSignUps) => write({ takesSignUps })}
      />
      {wrong ? <FieldError words={wrong} /> : null}
      {form.takesSignUps ? (
        <>
          <FieldPair>
            <DateField
              label="报名开始日期"
              value={form.opensDay}
              onChange={(opensDay) => write({ opensDay })}
              error={fault('opensAt')}
            />
            <ClockField label="几点开始报名" value={form.opensTime} onChange={(opensTime) => write({ opensTime })} />
          </FieldPair>
          <FieldPair>
            <DateField
              label="报名截止日期"
              value={form.closesDay}
              onChange={(closesDay) => write({ closesDay })}
              error={fault('closesAt')}
            />
            <ClockField label="几点截止" value={form.closesTime} onChange={(closesTime) => write({ closesTime })} />
          </FieldPair>
          <Stepper
            label="最晚提前几小时退出"
            hint="早一点退出，候补的人才来得及"
            unit="小时"
            max={MOST_HOURS}
            quickStep={24}
            value={form.withdrawHours}
            onChange={(withdrawHours) => write({ withdrawHours })}
            error={fault('withdrawHours')}
          />
          <Stepper
            label="一次最多报几人"
            hint="可以替家人、邻居一起报"
            unit="人"
            min={1}
            max={MOST_PEOPLE}
            quickStep={5}
            value={form.mostPeople}
            onChange={(mostPeople) => write({ mostPeople })}
            error={fault('mostPeople')}
          />
          <Places {...part} />
          <Box className="move-title">还要问什么</Box>
          <Box className="field-hint">
            姓名和手机号本来就问。多问一项要写明用途，用途报名的人看得到；身份证号不能问。
          </Box>
          <Questions {...part} />
        </>
      ) : null}
    </>
  );
}

/** First come first served, or by lot. */
function Places({ form, write, issues }: FormPart) {
  return (
    <>
      <Choice<'first' | 'draw'>
        label="名额怎么定"
        options={WAYS}
        value={form.isDraw ? 'draw' : 'first'}
        onChange={(way) => write({ isDraw: way === 'draw' })}
      />
      {form.isDraw ? (
        <>
          <Field
            label="抽签所用的公开数字"
            hint="报名截止后才知道的，例如 12月10日收盘的上证指数，去掉小数点"
            maxLength={100}
            value={form.seedSource}
            onChange={(seedSource) => write({ seedSource })}
            error={faultAt(issues, 'signUp.draw.seedSource')}
          />
          <DateField
            label="抽签日期"
            value={form.drawnOn}
            onChange={(drawnOn) => write({ drawnOn })}
            error={faultAt(issues, 'signUp.draw.drawnOn')}
          />
        </>
      ) : null}
    </>
  );
}

const KINDS = [
  { value: 'text', label: '自己写' },
  { value: 'choice', label: '从几项里选' },
  { value: 'yes-no', label: '是或否' },
] as const;
const MOST_FIELDS = 10;

const freshField = (): FormField => ({
  // Short enough for the schema; of a new id, so that one that was taken out never comes back under another question.
  key: newId().replaceAll('-', '').slice(-12),
  label: '',
  purpose: '',
  kind: 'text',
  options: '',
  isRequired: false,
});

function Questions({ form, write, issues }: FormPart) {
  return (
    <MovedRows
      what="问题"
      counted="个"
      items={form.fields}
      onChange={(fields) => write({ fields })}
      fresh={freshField}
      most={MOST_FIELDS}
      error={faultAt(issues, 'signUp.fields')}
    >
      {(field, index, change) => {
        const at = `signUp.fields.${index}`;
        return (
          <>
            <Field
              label="问什么"
              hint="例如 几个人坐大巴"
              maxLength={30}
              value={field.label}
              onChange={(label) => change({ label })}
              error={faultAt(issues, `${at}.label`) ?? faultAt(issues, `${at}.key`)}
            />
            <Field
              label="用途"
              hint="为什么要问，例如 安排大巴座位"
              maxLength={100}
              value={field.purpose}
              onChange={(purpose) => change({ purpose })}
              error={faultAt(issues, `${at}.purpose`)}
            />
            <Choice<EventField['kind']>
              label="怎么填"
              options={KINDS}
              value={field.kind}
              onChange={(kind) => change({ kind })}
              error={faultAt(issues, `${at}.kind`)}
            />
            {field.kind === 'choice' ? (
              <TextArea
                label="选项"
                hint="一行一个"
                rows={3}
                value={field.options}
                onChange={(options) => change({ options })}
                error={faultWithin(issues, `${at}.options`)}
              />
            ) : null}
            <Switch
              label="必填"
              about="不填就不能报名的才打开"
              value={field.isRequired}
              onChange={(isRequired) => change({ isRequired })}
            />
          </>
        );
      }}
    </MovedRows>
  );
}
