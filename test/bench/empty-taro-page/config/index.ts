import { defineConfig } from '@tarojs/cli';

/** The least Taro can be: what `miniapp/config` sets, without anything of the county's. */
export default defineConfig<'webpack5'>(async () => ({
  projectName: 'empty-page',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: false, config: {} } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    useHtmlComponents: true,
    postcss: { pxtransform: { enable: false, config: {} } },
  },
}));
