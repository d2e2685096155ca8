import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { version } from '../package.json';

const platform = process.env.TARO_ENV;

// `shared` (compiled) and zod are ES2020, which WeChat does not run on older phones: they pass through Babel too.
const compile = { include: [(file: string) => /[\\/]shared[\\/]dist[\\/]|[\\/]node_modules[\\/]zod[\\/]/.test(file)] };

// A size written is the size shown, in both builds: the text scale does the growing, never the screen's width.
const noConversion = { enable: false, config: {} };

const constants = {
  API_BASE: platform === 'h5' ? '/api' : (process.env.API_BASE ?? ''),
  WECHAT_CLOUD_ENV: process.env.WECHAT_CLOUD_ENV ?? '',
  WECHAT_CLOUD_SERVICE: process.env.WECHAT_CLOUD_SERVICE ?? '',
  APP_VERSION: version,
};

// Each platform's own files: WeChat's search index and its map's pins, and the sign in a browser's tab.
const FILES_AS_THEY_ARE = {
  h5: { 'assets/favicon.svg': 'favicon.svg' },
  weapp: { 'sitemap.json': 'sitemap.json', 'assets/map': 'assets/map' },
};
const copied = ([from, to]: [string, string]) => ({ from: `src/${from}`, to: `dist/${platform}/${to}` });

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'county-miniapp',
    date: '2026-1-1',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [path.resolve(__dirname, 'plugins/aria.ts'), path.resolve(__dirname, 'plugins/service-worker.ts')],
    // Taro writes each Chinese sign as \u and four digits, twice its size; WeChat reads its files as UTF-8.
    terser: { config: { output: { ascii_only: false } } },
    // Constants rather than process.env: an unset variable would stay in the bundle and throw in a browser.
    defineConstants: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    copy: { patterns: Object.entries(FILES_AS_THEY_ARE[platform === 'h5' ? 'h5' : 'weapp']).map(copied), options: {} },
    mini: {
      compile,
      optimizeMainPackage: { enable: true },
      postcss: {
        pxtransform: noConversion,
        cssModules: { enable: false, config: { namingPattern: 'module', generateScopedName: '[name]__[local]' } },
      },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      useHtmlComponents: true,
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: noConversion,
      },
      // What several pages use is fetched once, not with each of them.
      webpackChain(chain) {
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'initial', priority: 20 },
            house: {
              name: 'house',
              test: /[\\/](?:src|shared[\\/]dist)[\\/]/,
              minChunks: 2,
              priority: 10,
              enforce: true,
            },
          },
        });
      },
      devServer: {
        port: 10086,
        open: false,
        // A changed file reloads the page; keeping a component's state would need two packages more.
        hot: false,
        liveReload: true,
        proxy: [{ context: ['/api'], target: process.env.API_PROXY ?? 'http://127.0.0.1:3000' }],
      },
    },
  };
  return merge({}, base);
});
