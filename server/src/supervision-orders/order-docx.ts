import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import { orderedLineInWords } from '@county/shared/supervision-orders/order-rules';
import type { OrderStepView, SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import type { Paragraph } from 'docx';
import {
  letterAddress,
  letterHeading,
  letterNumber,
  letterSignature,
  letterTitle,
  letterWords,
  officialLetter,
} from '../documents/official-letter.service.ts';

/** The order as an office prints it; with its answers and what was said of each, where asked for. */
export function orderDocx(order: SupervisionOrderView, withAnswer: boolean): Promise<Buffer> {
  const { documentNumber, title, toUnitName, reason, lines, demand, steps, unitName, issuedOn, state } = order;
  const printedDay = steps.find(({ kind }) => kind === 'issued')?.answerBy ?? order.answerBy;
  return officialLetter([
    letterNumber(state === 'withdrawn' ? `${documentNumber}（已撤回）` : documentNumber),
    letterTitle(title),
    letterAddress(`${toUnitName}：`),
    letterHeading('一、督办事由'),
    ...letterWords(reason),
    letterHeading('二、督办的任务'),
    ...lines.flatMap((line, index) => letterWords(orderedLineInWords(line, index))),
    letterHeading('三、督办要求'),
    ...letterWords(demand),
    ...letterWords(`请于${dateInWords(printedDay)}前书面答复。`),
    letterSignature(unitName),
    letterSignature(dateInWords(issuedOn)),
    ...(withAnswer ? answers(steps) : []),
  ]);
}

const HEADINGS = {
  answered: '答复',
  returned: '退回意见',
  accepted: '审核意见',
  withdrawn: '撤回理由',
} as const;

function answers(steps: readonly OrderStepView[]): Paragraph[] {
  const said = steps.filter((step) => step.kind in HEADINGS);
  if (!said.length) return [letterHeading('办理情况：尚未答复')];
  return said.flatMap(({ kind, words, unitName, byName, at, answerBy, files }) => [
    letterHeading(
      `${HEADINGS[kind as keyof typeof HEADINGS]}（${unitName ?? ''} ${byName}，${dateInWords(shanghaiDay(at))}）`,
    ),
    ...letterWords(words ?? (kind === 'accepted' ? '同意办结。' : '')),
    ...letterWords(files.length ? `附件：${files.map(({ name }) => name ?? '（尚未收到）').join('、')}` : ''),
    ...letterWords(answerBy ? `请于${dateInWords(answerBy)}前重新答复。` : ''),
  ]);
}
