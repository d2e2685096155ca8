import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Flow } from '../ui/surface';

interface OvertakenProps {
  /** Who saved, and when, as far as it is known. */
  title: string;
  onMine(): void;
  onTheirs(): void;
}

/** Somebody saved meanwhile: nothing is lost, the writer says which words go on. */
export function Overtaken({ title, onMine, onTheirs }: OvertakenProps) {
  return (
    <Notice
      kind="warn"
      title={title}
      action={
        <Flow>
          <Button onPress={onMine}>用我写的，盖过去</Button>
          <Button onPress={onTheirs}>用新保存的，放弃我的</Button>
        </Flow>
      }
    >
      下面是您存在这台设备上的内容，还没有发出。请先选用哪一份。
    </Notice>
  );
}

/** Why nothing is sent before the writer has said so. */
export const CHOOSE_FIRST = '请先在上面选用哪一份';
