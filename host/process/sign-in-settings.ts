// How people sign in besides by a local password, as the environment says it: an identity provider (OIDC), and whether a second
// factor is asked of local accounts. Both are off unless set. Knows nobody and speaks to nobody.
import { z } from 'zod';

export const secondFactorSettings = ['off', 'optional', 'administrators', 'all'] as const;
/** off: never asked. optional: of whoever has enrolled. The others: enrolling is required, of administrators or of all. */
export type SecondFactorSetting = (typeof secondFactorSettings)[number];

export interface ProviderEnvironment {
  /** As OIDC discovery finds it; plain http where the setting says so. */
  issuer: string;
  clientId: string;
  /** The path of a file; null for a public client. */
  clientSecretFile: string | null;
  scopes: string[];
  /** What the button says. */
  label: string;
  /** Whose value names the account that a subject is tied to when it comes for the first time; null: administrators tie. */
  claim: string | null;
}

export interface SignInSettings {
  provider: ProviderEnvironment | null;
  secondFactor: SecondFactorSetting;
}

const LABEL_MOST = 60;
const say = (ja: string, en: string) => `${ja}\n${en}`;

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [search, hash, username, password].join('') === '';
}

/** Where a file must be readable, `readable` says so in its own words. */
export const signInVariables = (readable: z.ZodType<string, string>) => ({
  SEKIMORI_OIDC_ISSUER: z
    .string()
    .refine(
      isIssuer,
      say(
        'https://（閉域では http:// も可）で始まる発行者のアドレスを、? や # を付けずに指定してください。',
        'Give the address of the issuer, beginning with https:// (or http:// on a closed network), without ? and #.',
      ),
    )
    .transform((text) => new URL(text).href)
    .optional(),
  SEKIMORI_OIDC_CLIENT_ID: z.string().max(500).optional(),
  SEKIMORI_OIDC_CLIENT_SECRET_FILE: readable.optional(),
  SEKIMORI_OIDC_SCOPES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (scopes) => scopes.includes('openid'),
      say('openid を含めて、空白で区切ってください。', 'Write them between blanks, openid among them.'),
    )
    .default(['openid', 'profile']),
  SEKIMORI_OIDC_LABEL: z
    .string()
    .max(LABEL_MOST, say(`${LABEL_MOST} 文字までにしてください。`, `Give at most ${LABEL_MOST} characters.`))
    .default('組織のアカウント (SSO)'),
  SEKIMORI_OIDC_CLAIM: z
    .string()
    .regex(
      /^(?!sub$)[\w:./-]{1,100}$/,
      say(
        'クレームの名前を一つ指定してください（例: preferred_username）。sub は管理者が結び付けます。',
        'Name one claim, such as preferred_username; sub is tied by an administrator.',
      ),
    )
    .optional(),
  SEKIMORI_SECOND_FACTOR: z
    .enum(
      secondFactorSettings,
      say(
        'off、optional、administrators、all のいずれかを指定してください。',
        'Give one of off, optional, administrators and all.',
      ),
    )
    .default('off'),
});

type Read = z.infer<z.ZodObject<ReturnType<typeof signInVariables>>>;

/** The variable without which another says nothing; undefined where all is said. */
export function absentOf(v: Read): string | undefined {
  const { SEKIMORI_OIDC_ISSUER: issuer, SEKIMORI_OIDC_CLIENT_ID: id } = v;
  if (issuer !== undefined && id === undefined) return 'SEKIMORI_OIDC_CLIENT_ID';
  const isSpokenOf = [id, v.SEKIMORI_OIDC_CLIENT_SECRET_FILE, v.SEKIMORI_OIDC_CLAIM].some(
    (one) => one !== undefined,
  );
  return issuer === undefined && isSpokenOf ? 'SEKIMORI_OIDC_ISSUER' : undefined;
}

export const absentText = say(
  'OIDC には発行者（SEKIMORI_OIDC_ISSUER）と SEKIMORI_OIDC_CLIENT_ID の両方が要ります。',
  'OIDC needs both its issuer (SEKIMORI_OIDC_ISSUER) and SEKIMORI_OIDC_CLIENT_ID.',
);

export function signInOf(v: Read): SignInSettings {
  const { SEKIMORI_OIDC_ISSUER: issuer, SEKIMORI_OIDC_CLIENT_ID: clientId } = v;
  const provider =
    issuer === undefined || clientId === undefined
      ? null
      : {
          issuer,
          clientId,
          clientSecretFile: v.SEKIMORI_OIDC_CLIENT_SECRET_FILE ?? null,
          scopes: v.SEKIMORI_OIDC_SCOPES,
          label: v.SEKIMORI_OIDC_LABEL,
          claim: v.SEKIMORI_OIDC_CLAIM ?? null,
        };
  return { provider, secondFactor: v.SEKIMORI_SECOND_FACTOR };
}
