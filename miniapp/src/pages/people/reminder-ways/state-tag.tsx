import { Tag } from '../../../ui/tag';

/** Whether the county has a way at all, and whether it leads to this person. */
export function StateTag({ isOpen, isReady }: { isOpen: boolean; isReady: boolean }) {
  if (!isOpen)
    return (
      <Tag tone="stone" icon="circle-minus">
        未开通
      </Tag>
    );
  return isReady ? (
    <Tag tone="pine" icon="circle-check">
      已开通
    </Tag>
  ) : (
    <Tag tone="amber" icon="circle-dashed">
      未登记
    </Tag>
  );
}
