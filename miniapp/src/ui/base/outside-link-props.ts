import type { PropsWithChildren } from 'react';

export type OutsideLinkProps = PropsWithChildren<{ url: string; className?: string; onPress?: () => void }>;
