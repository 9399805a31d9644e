// The search attributes our workflows carry in Temporal, by name and type. The names are wire format.

export const searchAttributes = {
  SekimoriMunicipality: 'Keyword',
  SekimoriPhase: 'Keyword',
  SekimoriRegime: 'Keyword',
  SekimoriSystem: 'Keyword',
  SekimoriNextDeadline: 'Datetime',
  SekimoriOverdue: 'Bool',
} as const;
