import type { GuideField } from '@county/shared/service-guides/guide-in-words';
import { Box } from '../ui/base/box';
import { Card, Facts } from '../ui/surface';
import { Lines } from './lines';
import './writing.scss';

interface BesideProps {
  label: string;
  before: readonly string[];
  after: readonly string[];
}

const NOTHING = ['（没有写）'];
const orNothing = (lines: readonly string[]) => (lines.length ? lines : NOTHING);

/** One field of a guide or handbook: the public words beside the new ones. */
export function FieldBeside({ label, after, before }: BesideProps) {
  return (
    <Card>
      <Box as="h3" className="move-title">
        {label}
      </Box>
      <Box className="beside">
        <Box className="beside-version">
          <Box className="beside-title">现在公开的</Box>
          <Lines lines={orNothing(before)} />
        </Box>
        <Box className="beside-version is-new">
          <Box className="beside-title">新写的</Box>
          <Lines lines={orNothing(after)} />
        </Box>
      </Box>
    </Card>
  );
}

/** All of it, where there is nothing to set beside it. */
export function WholeText({ fields }: { fields: readonly GuideField[] }) {
  return (
    <Card>
      <Facts facts={fields.map(({ label, lines }) => ({ name: label, value: <Lines lines={orNothing(lines)} /> }))} />
    </Card>
  );
}
