import type { BookingView } from '@county/shared/appointments/booking';
import { guidePage, myListPage } from '../../../navigation/guide-pages';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Section, Stack } from '../../../ui/surface';

/** The papers of the guide as it stands on that day. */
export function WhatToBring({ booking: { guideId, guideTitle, materials } }: { booking: BookingView }) {
  if (!guideId)
    return (
      <Section title="要带什么">
        <Card>
          <Box className="row-about">这件事没有登记材料。请带身份证，其他的先打电话问一声。</Box>
        </Card>
      </Section>
    );
  const always = materials.filter(({ needed }) => needed === 'always');
  const others = materials.length - always.length;
  return (
    <Section title="要带什么" about={guideTitle ?? undefined}>
      <Card>
        <Stack>
          {always.length ? (
            <Box as="ul" className="bring-list">
              {always.map(({ key, name }) => (
                <Box as="li" key={key}>
                  {name}
                </Box>
              ))}
            </Box>
          ) : (
            <Box>不用带材料，带身份证就行</Box>
          )}
          {others ? <Box className="row-about">{`另有 ${others} 样看情况，在指南里说明`}</Box> : null}
          <Button icon="list-checks" href={myListPage(guideId, '')}>
            备一样，勾一样
          </Button>
          <Button kind="quiet" icon="file-text" href={guidePage(guideId)}>
            看办事指南
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
