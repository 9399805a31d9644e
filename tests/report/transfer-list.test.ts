// A list of who moves, read by the words of its head.
import { describe, expect, it } from 'vitest';
import { readTransferList } from '../../server/transfer-list/reader.ts';

const csv = (...lines: string[]) => readTransferList(new TextEncoder().encode(lines.join('\r\n')));

describe('a list of transfers', () => {
  it('is found below titles, with its columns in whatever order and width', async () => {
    const list = await csv(
      '令和8年4月1日 人事異動',
      '備考,新職,氏名,アカウントＩＤ,区分',
      ',working-group,加藤花子,kato,転入',
    );
    expect(list).toEqual({
      status: 'read',
      rows: [{ row: 3, cells: { post: 'working-group', name: '加藤花子', account: 'kato', change: '転入' } }],
      unread: ['備考'],
    });
  });

  it('with nobody below its head is no list', async () => {
    expect(await csv('アカウント,氏名,区分,職')).toEqual({ status: 'rowless' });
    expect(await csv('アカウント,区分', ',', ' , ')).toEqual({ status: 'rowless' });
  });

  it('with a column twice is refused by its name, and without a head as none', async () => {
    expect(await csv('アカウント,区分,職,新職', 'kato,転入,a,b')).toEqual({
      status: 'columnTwice',
      written: '新職',
    });
    expect(await csv('加藤,転入', '佐藤,転出')).toEqual({ status: 'headless' });
  });
});
