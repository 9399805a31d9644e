// By which ways a line of a digest went besides the inbox, and how each ended.
import type { Database } from '../../database.ts';

export interface Carried {
  /** Instants as PostgreSQL writes them in JSON. */
  madeAt: string;
  readAt: string | null;
  channels: {
    channel: string;
    /** Of the digest by which it went there: a later one where the first had not arrived. */
    day: string;
    state: 'waiting' | 'arrived' | 'givenUp' | 'carriedOver' | 'moot';
    attempts: number;
    at: string | null;
    receipt: string | null;
    error: string | null;
    messageId: string;
  }[];
}

const asJson = ({ sql }: Pick<Database, 'sql'>) => sql`
  coalesce(json_agg(json_build_object('channel', s.channel, 'day', s.day::text, 'state', s.state, 'attempts', s.attempts,
    'at', s.ended_at, 'receipt', s.receipt, 'error', s.last_error, 'messageId', s.message_id) order by s.channel, s.day), '[]')`;

/** Of the digest `d` itself, within a query. */
export const channelsOfDigest = ({ sql }: Pick<Database, 'sql'>) => sql`
  (select ${asJson({ sql })} from digest_sending s
    where s.programme = d.programme and s.account = d.account and s.day = d.day)`;

/** Of the digest `d` and the part `part` of one of its lines, within a query. */
export const channelsOfPart = ({ sql }: Pick<Database, 'sql'>) => sql`
  (select ${asJson({ sql })}
    from digest_sending s where s.programme = d.programme and s.account = d.account
      and (s.day = d.day or s.lines @> jsonb_build_array(jsonb_build_object('parts', jsonb_build_array(
        jsonb_build_object('key', part ->> 'key'))))))`;
