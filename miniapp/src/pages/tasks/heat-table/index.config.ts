export default definePageConfig({ navigationBarTitleText: '进展一览表', enableShareAppMessage: true });
