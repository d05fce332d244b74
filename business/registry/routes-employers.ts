import type { Caller } from '#business/access/public';
import type { Operation, ReadOperation } from '#platform/http';
import type { RegistryContext } from './context.ts';
import { findEmployers } from './find-employers.ts';
import * as schemas from './schemas.ts';

const searchEmployers: ReadOperation<RegistryContext, Caller> = {
  id: 'findEmployers',
  kind: 'read',
  method: 'GET',
  path: '/employers',
  tag: 'registry',
  roles: ['clerk'],
  summary: {
    zh: '按统一社会信用代码或名称查找单位',
    en: 'Find employers by the unified social credit code or a part of the name',
  },
  query: schemas.employerSearch,
  shows: 'nobody',
  answer: schemas.employersPage,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { search: words, cursor, limit } = schemas.employerSearch.parse(query);
    return findEmployers(reader, { words, cursor, limit });
  },
};

/** Finding employers. */
export const employerOperations: readonly Operation<RegistryContext, Caller>[] = [searchEmployers];
