import { withdrawServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import { call } from '../../../api/call';
import { ReasonSheet } from '../../../components/reason-sheet';

interface Props {
  guide: ServiceGuide;
  onClose(): void;
  onDone(guide: ServiceGuide): void;
}

export function WithdrawSheet({ guide, onClose, onDone }: Props) {
  return (
    <ReasonSheet
      title="撤下这份指南"
      words="撤下后群众打开会看到原因，不会再照着办；各版都保留，改好可以重新公开。"
      label="撤下原因"
      hint="写给群众看，例如 已并入“开公司”一份"
      yes="确认撤下"
      done="已撤下"
      onClose={onClose}
      send={async (reason) => {
        const answer = await call(withdrawServiceGuide, { params: { guideId: guide.id }, body: { reason } });
        if (!answer.ok) return answer.failure;
        onDone(answer.reply);
        return undefined;
      }}
    />
  );
}
