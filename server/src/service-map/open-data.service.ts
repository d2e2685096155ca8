import { Injectable } from '@nestjs/common';
import { Download } from '../http/replies.ts';
import { csvHead, csvLines, featureOf } from './open-data.ts';
import { PublicPoints } from './public-points.service.ts';

/** Every point for whoever wants to use them elsewhere. */
@Injectable()
export class OpenData {
  constructor(private readonly points: PublicPoints) {}

  async csv(): Promise<Download> {
    const parts = [csvHead()];
    for await (const points of this.points.all()) parts.push(csvLines(points));
    return new Download(Buffer.from(parts.join('')), 'text/csv; charset=utf-8', '政务地图服务点.csv');
  }

  async geoJson(): Promise<Download> {
    const features: string[] = [];
    for await (const points of this.points.all())
      features.push(...points.map((point) => JSON.stringify(featureOf(point))));
    const text = `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
    return new Download(Buffer.from(text), 'application/geo+json', '政务地图服务点.geojson');
  }
}
