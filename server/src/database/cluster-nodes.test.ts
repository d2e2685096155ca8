import { describe, expect, it } from '@jest/globals';
import { nodesOf } from './cluster-nodes.ts';

describe('the hosts of DATABASE_URL', () => {
  it.each([
    ['mysql://app:p%40ss@db:3306/county', ['mysql://app:p%40ss@db:3306/county']],
    ['mariadb://root@a,b/county', ['mariadb://root@a/county', 'mariadb://root@b/county']],
    [
      'mysql://app:x@10.0.0.1:3306, 10.0.0.2:3307,[fd00::3]:3306/county?ssl=true',
      [
        'mysql://app:x@10.0.0.1:3306/county?ssl=true',
        'mysql://app:x@10.0.0.2:3307/county?ssl=true',
        'mysql://app:x@[fd00::3]:3306/county?ssl=true',
      ],
    ],
    ['mysql://a,b/c,d', ['mysql://a/c,d', 'mysql://b/c,d']],
    ['mysql://app:one,two@a,b/county', ['mysql://app:one,two@a/county', 'mysql://app:one,two@b/county']],
  ])('%s', (url, nodes) => expect(nodesOf(url)).toEqual(nodes));
});
