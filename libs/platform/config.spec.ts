import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from './config.js';

describe('parseConfig', () => {
  test('an empty environment is the embedded profile on loopback', () => {
    expect(parseConfig({ PORT: '' })).toEqual({
      databaseUrl: null,
      dataDirectory: resolve('var'),
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
    });
  });

  test('every variable counts', () => {
    const env = {
      DATABASE_URL: 'postgresql://a:b@c/d',
      VAIHE_DATA: '/data',
      HOST: '::1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    };
    expect(parseConfig(env)).toEqual({
      databaseUrl: 'postgresql://a:b@c/d',
      dataDirectory: '/data',
      host: '::1',
      port: 0,
      logLevel: 'silent',
    });
  });

  test.each([
    ['DATABASE_URL', 'mysql://user:secret@host/db'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['HOST', '0.0.0.0'],
    ['LOG_LEVEL', 'loud'],
  ])('%s that is not usable is named and its value is never shown', (name, value) => {
    const act = () => parseConfig({ [name]: value });
    expect(act).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(name) }));
    expect(act).not.toThrow(value);
  });
});
