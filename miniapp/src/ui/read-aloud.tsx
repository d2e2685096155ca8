import { useEffect, useState } from 'react';
import { readPage, stopReading, useCanRead } from '../platform/speech';
import { useDisplay } from '../theme/display';
import { Box } from './base/box';
import { Button } from './button';

/** 读给我听, in 关怀模式: the page's heading and main facts by the device's own voice; nothing where it has none. */
export function ReadAloud({ shown }: { shown: boolean }) {
  const ageFriendly = useDisplay((display) => display.ageFriendly);
  const canRead = useCanRead();
  const [reads, setReads] = useState(false);
  useEffect(() => {
    if (!shown) setReads(false);
    // A voice must not go on about a page that is left.
    return stopReading;
  }, [shown]);
  if (!ageFriendly || !canRead) return null;
  const press = () => {
    if (reads) stopReading();
    else readPage(() => setReads(false));
    setReads(!reads);
  };
  return (
    <Box className="read-aloud off-paper">
      <Button icon={reads ? 'x' : 'volume-2'} onPress={press}>
        {reads ? '停止' : '读给我听'}
      </Button>
    </Box>
  );
}
