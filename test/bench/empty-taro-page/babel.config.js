// ES2017 is what iOS 11 and the WeChat engines still in use run; older syntax would only make the packages larger.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        hot: false,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets: { ios: '11', chrome: '67' },
      },
    ],
  ],
};
