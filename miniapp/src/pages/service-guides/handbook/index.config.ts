export default definePageConfig({ navigationBarTitleText: '一本通', enableShareAppMessage: true });
