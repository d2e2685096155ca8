import type { PublicDraw } from '@county/shared/public-events/sign-up';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Card, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

interface LotsProps {
  pool: PublicDraw['pools'][number] & { name: string };
  /** A number somebody looks for. */
  own: number | undefined;
}

/** How one number came out, where several sessions have their own numbers in each of them. */
export function Own({ pool: { name, seats, lots }, own }: LotsProps & { own: number }) {
  const at = lots.findIndex(({ number }) => number === own);
  const found = lots[at];
  if (!found)
    return (
      <Notice kind="warn" title={`${name}里没有 ${own} 号`}>
        抽签前退出的编号不在里面。
      </Notice>
    );
  return found.hasPlace ? (
    <Notice kind="success" title={`${name} ${own} 号抽中了`} />
  ) : (
    <Notice kind="info" title={`${name} ${own} 号没有抽中，抽签时候补第 ${at + 1 - seats} 位`} />
  );
}

/** All numbers of a session and group in the order of their lots; names are nobody's business here. */
export function Lots({ pool: { name, seats, lots }, own }: LotsProps) {
  return (
    <Section title={name} about={`${lots.length} 个编号抽 ${seats} 个名额，按签从小到大`}>
      <Card flush>
        <Box as="ol" className="lots">
          {lots.map(({ number, lot, hasPlace }, place) => (
            <Box as="li" key={number} className={`lot ${number === own ? 'is-own' : ''}`}>
              <Box className="lot-head">
                <Box className="lot-number">{`${number} 号`}</Box>
                {hasPlace ? (
                  <Tag tone="pine" icon="circle-check">
                    有名额
                  </Tag>
                ) : (
                  <Tag tone="stone" icon="clock">{`候补第 ${place + 1 - seats} 位`}</Tag>
                )}
              </Box>
              <Box className="lot-words">{lot}</Box>
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}
