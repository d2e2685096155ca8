import { copy, pageAddress } from '../platform/device';
import { Button } from './button';
import type { ShareProps } from './share-props';
import { toast } from './toast';

const COPIED = {
  colleagues: '链接已复制，同事登录后打开，看到的是同样的筛选',
  everybody: '链接已复制，发到群里，谁都能打开',
  family: '链接已复制，发给家人，打开看到的是同样的内容',
} as const;

const LABELS = {
  colleagues: '复制链接',
  everybody: '复制链接发给群众',
  family: '复制链接发给家人',
} as const;

/** Copies the page's address, with all it was narrowed to. */
export function ShareButton({ path, to = 'colleagues' }: ShareProps) {
  const take = async () => {
    if (await copy(pageAddress(path))) toast(COPIED[to]);
    else toast('浏览器不允许复制，请从地址栏里复制网址', 'danger');
  };
  return (
    <Button icon="link" onPress={() => void take()}>
      {LABELS[to]}
    </Button>
  );
}
