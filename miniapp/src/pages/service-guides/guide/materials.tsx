import { copiesInWords, sourceInWords } from '@county/shared/service-guides/guide-in-words';
import type { GuideMaterial, PublicGuide } from '@county/shared/service-guides/service-guide';
import { showPhotos } from '../../../platform/camera';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Press } from '../../../ui/base/press';
import { Card, Section } from '../../../ui/surface';

/** 申请资料: original or copy, how many, where it comes from, what it looks like. */
export function Materials({ guide }: { guide: PublicGuide }) {
  const { materials } = guide.content;
  const always = materials.filter(({ needed }) => needed === 'always');
  const others = materials.filter(({ needed }) => needed === 'by-answers');
  return (
    <Section title="带什么">
      {always.length ? <Papers papers={always} guide={guide} /> : <Card>不用带材料，人去就行。</Card>}
      {others.length ? (
        <>
          <Box className="row-about">看情况才要的：</Box>
          <Papers papers={others} guide={guide} />
        </>
      ) : null}
    </Section>
  );
}

function Papers({ papers, guide }: { papers: readonly GuideMaterial[]; guide: PublicGuide }) {
  return (
    <Card flush>
      {papers.map((paper) => (
        <Paper key={paper.key} paper={paper} sampleUrl={guide.sampleUrls[paper.key]} />
      ))}
    </Card>
  );
}

function Paper({ paper, sampleUrl }: { paper: GuideMaterial; sampleUrl: string | undefined }) {
  return (
    <Box className="paper">
      <Box className="row-words">
        <Box className="row-title">{paper.name}</Box>
        <Box className="row-about">{`${copiesInWords(paper)} · ${sourceInWords(paper)}`}</Box>
        {paper.note ? <Box className="row-about">{paper.note}</Box> : null}
      </Box>
      {sampleUrl ? <Sample name={paper.name} url={addressOf(sampleUrl)} /> : null}
    </Box>
  );
}

function Sample({ name, url }: { name: string; url: string }) {
  return (
    <Press label={`看样例：${name}`} onPress={() => showPhotos([url], url)}>
      <Picture className="sample" src={url} label={`${name}的样例`} />
      <Box className="sample-words">看样例</Box>
    </Press>
  );
}
