import { useState } from 'react';
import { newId } from '../platform/ids';
import { rememberedActs, type Act } from './acts';

/** The acts of one page, or of one part of it. */
export function useActs(): Act {
  const [act] = useState(() => rememberedActs(newId));
  return act;
}
