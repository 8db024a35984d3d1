import { rateSource } from '#shared/domain/source/rate-source.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const rateKnownSource: CommandUse<'sources/rate'> = (desk, { id, reliability }) => commitEdit(desk, (record) => rateSource(record, id, reliability));
