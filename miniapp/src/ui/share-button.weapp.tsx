import { Button } from '@tarojs/components';
import { usePageShare } from '../platform/share';
import { Box } from './base/box';
import { Icon } from './icon';
import type { ShareProps } from './share-props';

const LABELS = { colleagues: '转发给同事', everybody: '转发给群众', family: '发给家人' } as const;

/** Opens WeChat's own choice of whom to send the page to. Only its own button may, so it is dressed as ours. */
export function ShareButton({ title, path, to = 'colleagues' }: ShareProps) {
  usePageShare(title, path);
  return (
    <Button className="press button button-secondary share-button" openType="share">
      <Icon name="share-2" />
      <Box as="span" className="button-words">
        {LABELS[to]}
      </Box>
    </Button>
  );
}
