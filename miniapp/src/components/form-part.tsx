import { useState, type ReactNode } from 'react';
import { Box } from '../ui/base/box';
import { Press } from '../ui/base/press';
import { Icon } from '../ui/icon';
import { Card, Stack } from '../ui/surface';
import './writing.scss';

interface PartProps {
  title: string;
  /** What is written in it, in a few words. */
  about: string;
  /** How many of its fields have to be mended. */
  faults: number;
  /** Open from the beginning. */
  begunOpen?: boolean;
  children: ReactNode;
}

/** A part of a long form, folded away until it is written. */
export function Part({ title, about, faults, begunOpen = false, children }: PartProps) {
  const [isOpen, setIsOpen] = useState(begunOpen);
  return (
    <Card flush>
      <Press className="row" expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <Box className="row-words">
          <Box as="h2" className="row-title">
            {title}
          </Box>
          <Box className={faults ? 'row-about part-faults' : 'row-about'}>{faults ? `有 ${faults} 处要改` : about}</Box>
        </Box>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} className="row-more" />
      </Press>
      {isOpen ? (
        <Box className="part-body">
          <Stack>{children}</Stack>
        </Box>
      ) : null}
    </Card>
  );
}
