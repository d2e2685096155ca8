/// <reference types="@tarojs/taro" />
declare module '*.png';
declare module '*.scss';
declare module '*.css';

/** Where the API answers: `/api` on the web, an absolute https address in WeChat. */
declare const API_BASE: string;
/** Environment id of 微信云托管; empty when requests go straight to API_BASE. */
declare const WECHAT_CLOUD_ENV: string;
/** Service name within 微信云托管. */
declare const WECHAT_CLOUD_SERVICE: string;
/** Version of this build, told to the server with every request. */
declare const APP_VERSION: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    NODE_ENV: 'development' | 'production';
  }
}
