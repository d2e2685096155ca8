import type { DraftHandle } from '../api/drafts';
import { Button } from '../ui/button';
import { confirm } from '../ui/dialog';

interface Props {
  draft: Pick<DraftHandle<object>, 'savedAt' | 'discard'>;
  /** What is there afterwards: `回到现在公开的内容。` */
  words: string;
  onDone(): void;
}

/** 放弃修改: forgets what was written on this device, after a question; nothing while nothing has been written. */
export function ThrowAway({ draft, words, onDone }: Props) {
  if (!draft.savedAt) return null;
  const ask = async () => {
    if (!(await confirm({ title: '放弃修改？', words, yes: '放弃', danger: true }))) return;
    draft.discard();
    onDone();
  };
  return (
    <Button kind="quiet" icon="trash-2" onPress={() => void ask()}>
      放弃修改
    </Button>
  );
}
