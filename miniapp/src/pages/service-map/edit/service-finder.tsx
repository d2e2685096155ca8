import { listPublicGuides } from '@county/shared/service-guides/service-guide-routes';
import type { WindowService } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Card, Flow, Row } from '../../../ui/surface';
import { useSettled } from './use-settled';

const MOST_SHOWN = 6;

interface ServiceFinderProps {
  isThere(words: string): boolean;
  onAdd(service: WindowService): void;
}

/** A thing done here: found among the guides, or in plain words where no guide is written yet. */
export function ServiceFinder({ isThere, onAdd }: ServiceFinderProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  const sought = useSettled(words);
  const found = useCall(listPublicGuides, sought ? { query: { words: sought, limit: MOST_SHOWN } } : null);
  const add = (service: WindowService) => {
    onAdd(service);
    setText('');
  };
  return (
    <Box className="field">
      <Field
        label="加一件事"
        optional
        hint="写几个字找办事指南，如“社保卡”；找不到就照写的加"
        maxLength={60}
        value={text}
        onChange={setText}
      />
      {sought && words ? (
        <Answer of={found} shape="words">
          {({ items }) => (
            <Card flush>
              {items.map(({ id, title, plainTitle }) => (
                <Row
                  key={id}
                  icon="file-text"
                  title={plainTitle}
                  about={title}
                  onPress={() => add({ guideId: id, words: plainTitle.slice(0, 60) })}
                />
              ))}
            </Card>
          )}
        </Answer>
      ) : null}
      {words ? (
        <Flow>
          <Button
            icon="plus"
            disabledReason={words.length < 2 ? '至少写两个字' : isThere(words) ? '已经有这一件' : null}
            onPress={() => add({ guideId: null, words })}
          >
            {`照写的加：${words.slice(0, 16)}`}
          </Button>
        </Flow>
      ) : null}
    </Box>
  );
}
