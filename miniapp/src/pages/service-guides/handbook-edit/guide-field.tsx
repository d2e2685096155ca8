import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { useState } from 'react';
import { SuggestField } from '../../../ui/suggest-field';

interface Props {
  guideId: string | null;
  guides: readonly PublicGuideSummary[];
  onChange(guideId: string | null): void;
  error: string | undefined;
}

const labelOf = ({ plainTitle, unitName }: PublicGuideSummary) => `${plainTitle}（${unitName}）`;

/** A public guide, found by a few signs of its name. */
export function GuideField({ guideId, guides, onChange, error }: Props) {
  const [typed, setTyped] = useState('');
  const chosen = guides.find(({ id }) => id === guideId);
  const write = (text: string) => {
    setTyped(text);
    onChange(guides.find((guide) => labelOf(guide) === text)?.id ?? null);
  };
  return (
    <SuggestField
      label="办事指南"
      hint="写名称里的几个字，从列出的里面选"
      options={guides.map((guide) => ({ value: guide.id, label: labelOf(guide) }))}
      value={chosen ? labelOf(chosen) : typed}
      onChange={write}
      error={error}
    />
  );
}
