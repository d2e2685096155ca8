import { defineConfig } from '@tarojs/cli';

/** The least Taro can be: what `miniapp/config` sets for the web, without anything of the county's. */
export default defineConfig<'webpack5'>(async () => ({
  projectName: 'empty-page',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    useHtmlComponents: true,
    postcss: { pxtransform: { enable: false, config: {} } },
  },
}));
