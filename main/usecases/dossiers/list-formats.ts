import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listFormats: QueryUse<'dossiers/formats'> = async (desk) => done([...desk.formats()]);
