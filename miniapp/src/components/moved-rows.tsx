import type { ReactNode } from 'react';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { FieldError } from '../ui/field';
import { Flow, Stack } from '../ui/surface';
import './writing.scss';

interface MovedRowsProps<Item> {
  items: readonly Item[];
  onChange(items: Item[]): void;
  /** `材料`, for the buttons: 加一样材料. */
  what: string;
  /** `样`, `步`: the word a number of them is counted by. */
  counted: string;
  fresh(): Item;
  most: number;
  error?: string | undefined;
  children(item: Item, index: number, write: (part: Partial<Item>) => void): ReactNode;
}

/** Rows that can be added, taken away and moved. */
export function MovedRows<Item extends object>({ items, onChange, what, counted, ...props }: MovedRowsProps<Item>) {
  const move = (from: number, to: number) => {
    const moved = items.slice();
    moved.splice(to, 0, ...moved.splice(from, 1));
    onChange(moved);
  };
  return (
    <Stack>
      {props.error ? <FieldError words={props.error} /> : null}
      {items.map((item, index) => (
        <Box key={index} className="moved" role="group" label={`${what}第 ${index + 1} ${counted}`}>
          <Stack>
            <Box className="move-row">
              <Box className="move-title">{`第 ${index + 1} ${counted}`}</Box>
              <Flow>
                {index > 0 ? (
                  <Button
                    kind="quiet"
                    icon="arrow-up"
                    label={`第 ${index + 1} ${counted}${what}上移`}
                    onPress={() => move(index, index - 1)}
                  >
                    上移
                  </Button>
                ) : null}
                {index < items.length - 1 ? (
                  <Button
                    kind="quiet"
                    icon="arrow-down"
                    label={`第 ${index + 1} ${counted}${what}下移`}
                    onPress={() => move(index, index + 1)}
                  >
                    下移
                  </Button>
                ) : null}
                <Button
                  kind="quiet"
                  icon="x"
                  label={`去掉第 ${index + 1} ${counted}${what}`}
                  onPress={() => onChange(items.filter((_, at) => at !== index))}
                >
                  去掉
                </Button>
              </Flow>
            </Box>
            {props.children(item, index, (part) =>
              onChange(items.map((one, at) => (at === index ? { ...one, ...part } : one))),
            )}
          </Stack>
        </Box>
      ))}
      <Flow>
        <Button
          icon="plus"
          disabledReason={items.length >= props.most ? `最多 ${props.most} ${counted}` : null}
          onPress={() => onChange([...items, props.fresh()])}
        >
          {what.startsWith(counted) ? `加一${what}` : `加一${counted}${what}`}
        </Button>
      </Flow>
    </Stack>
  );
}
