import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../server/src/core/export/language.ts';

describe('languageOf', () => {
  it.each([
    ['今年要在小巷里补装路灯，预计一年省电', 'zh-Hans'],
    ['今年要在小巷裡補裝路燈，預計為居民開放', 'zh-Hant'],
    ['新版 Copydesk language server 发布，支持 Visual Studio Code 的问题面板', 'zh-Hans'],
    ['The city will open sixty school yards to its people at the weekend.', 'en'],
    ['La ville ouvrira soixante cours de récréation aux habitants pendant les vacances.', null],
    ['市は週末に学校の校庭を市民に開放すると発表した', null],
    ['시는 주말에 학교 운동장을 시민에게 개방한다', null],
    ['山水', null],
    ['12345', null],
    ['', null],
  ])('%s', (text, language) => {
    expect(languageOf([text])).toBe(language);
  });
});
