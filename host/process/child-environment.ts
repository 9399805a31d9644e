// What a worker and a server are told of what was started or is reached for them, and no more: the private key and the
// provider's secret are named to the server alone, by who starts it, and the schema's owner to nobody.
import { type Environment, NO_PROGRAMME } from './environment.ts';

export function childEnvironment(
  own: NodeJS.ProcessEnv,
  { dataFolder, host, port, programmeFolder, temporal }: Environment,
  reached: { databaseUrl: string; temporalAddress: string },
): NodeJS.ProcessEnv {
  const {
    SEKIMORI_SIGNING_KEY: _private,
    SEKIMORI_OWNER_DATABASE_URL: _owner,
    SEKIMORI_OIDC_CLIENT_SECRET_FILE: _secret,
    ...inherited
  } = own;
  return {
    ...inherited,
    DATABASE_URL: reached.databaseUrl,
    TEMPORAL_ADDRESS: reached.temporalAddress,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SEKIMORI_DATA: dataFolder,
    SEKIMORI_HOST: host,
    SEKIMORI_PORT: String(port),
    SEKIMORI_PROGRAMME: programmeFolder ?? NO_PROGRAMME,
  };
}
