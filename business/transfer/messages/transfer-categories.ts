/** 转移类别: what moved the person. By itself, so that what only names them needs no schema. */
export const transferCategories = ['employment', 'household', 'residence'] as const;
