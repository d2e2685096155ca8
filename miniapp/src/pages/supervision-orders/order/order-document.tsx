import { dateInWords } from '@county/shared/calendar/day';
import { orderedLineInWords } from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { Box } from '../../../ui/base/box';

/** The order as it was issued; its words and its day do not change afterwards. */
export function OrderDocument({ order }: { order: SupervisionOrderView }) {
  const { documentNumber, title, toUnitName, reason, demand, lines, unitName, issuedOn, steps, answerBy } = order;
  const printedDay = steps.find(({ kind }) => kind === 'issued')?.answerBy ?? answerBy;
  return (
    <Box as="article" className="document">
      <Box className="document-number">{documentNumber}</Box>
      <Box className="document-title">{title}</Box>
      <Box className="document-words">{`${toUnitName}：`}</Box>
      <Box className="document-words is-indented">一、督办事由</Box>
      <Box className="document-words is-indented">{reason}</Box>
      <Box className="document-words is-indented">二、督办的任务</Box>
      {lines.map((line, index) => (
        <Box key={line.assignmentId} className="document-words is-indented">
          {orderedLineInWords(line, index)}
        </Box>
      ))}
      <Box className="document-words is-indented">三、督办要求</Box>
      <Box className="document-words is-indented">{demand}</Box>
      <Box className="document-words is-indented">{`请于${dateInWords(printedDay)}前书面答复。`}</Box>
      <Box className="document-foot">
        <Box>{unitName}</Box>
        <Box>{dateInWords(issuedOn)}</Box>
      </Box>
    </Box>
  );
}
