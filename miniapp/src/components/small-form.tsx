import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import type { IconName } from '../ui/icon-name';
import { Stack } from '../ui/surface';

interface SmallFormProps {
  /** On its button. */
  words: string;
  icon: IconName;
  kind?: 'primary' | 'secondary';
  busy: boolean;
  failure: Failure | undefined;
  onSend(): void;
  /** What is said before the fields. */
  about?: ReactNode;
  /** What stands below the button. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A few fields and one button, sent by the keyboard's return as well; what went wrong stands above them. */
export function SmallForm({
  words,
  icon,
  kind = 'primary',
  busy,
  failure,
  onSend,
  about,
  foot,
  children,
}: SmallFormProps) {
  return (
    <Box as="form" onSubmit={onSend}>
      <Stack>
        {about}
        <FailureNotice failure={failure} />
        {children}
        <Button kind={kind} icon={icon} wide submits busy={busy} onPress={onSend}>
          {words}
        </Button>
        {foot}
      </Stack>
    </Box>
  );
}
