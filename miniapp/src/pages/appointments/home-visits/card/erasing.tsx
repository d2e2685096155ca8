import type { CardConsent, ElderCardView } from '@county/shared/appointments/home-visits/elder-card';
import { withdrawCardConsent } from '@county/shared/appointments/home-visits/visit-plan-routes';
import { useState } from 'react';
import { call } from '../../../../api/call';
import type { Failure } from '../../../../api/failure';
import { useIdOf } from '../../../../api/use-id-of';
import { goBack } from '../../../../platform/navigation';
import { FailureNotice } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { Choice } from '../../../../ui/choice';
import { Sheet } from '../../../../ui/dialog';
import { Stack } from '../../../../ui/surface';
import { toast } from '../../../../ui/toast';
import { BY, WAYS } from './consent-choices';

/** The consent belongs to the person: taken back, everything goes. */
export function Erasing({ card }: { card: ElderCardView }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="trash-2" onPress={() => setIsAsking(true)}>
        本人撤回同意，删去这张卡
      </Button>
      {isAsking ? <ErasingSheet card={card} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

/** Who said so and how is asked anew: it need not be whoever once agreed. */
function ErasingSheet({ card, onClose }: { card: ElderCardView; onClose(): void }) {
  const [by, setBy] = useState<CardConsent['by'] | null>(null);
  const [way, setWay] = useState<CardConsent['way'] | null>(null);
  const id = useIdOf({ by, way });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    if (!by || !way) return;
    setBusy(true);
    const answer = await call(withdrawCardConsent, { params: { cardId: card.id }, body: { id, by, way } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast('已删去');
    await goBack();
  };
  return (
    <Sheet
      title={`${card.name}不同意再保留？`}
      onClose={onClose}
      actions={
        <Button
          kind="danger"
          icon="trash-2"
          wide
          busy={busy}
          disabledReason={by && way ? null : '先选谁说的、怎样说的'}
          onPress={() => void erase()}
        >
          撤回同意并删去
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>这张卡、有关申请里的姓名、电话、住处和上门情况都删去，不能恢复；只留件数。没办完的申请同时撤回。</Box>
        <Choice<CardConsent['by']> label="谁说不同意的" options={BY} value={by} onChange={setBy} />
        <Choice<CardConsent['way']> label="怎样说的" options={WAYS} value={way} onChange={setWay} />
      </Stack>
    </Sheet>
  );
}
