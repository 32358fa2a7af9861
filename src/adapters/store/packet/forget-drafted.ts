import type { Owner } from '../../../domain/person.ts'
import type { Query } from '../../database/driver.ts'

/**
 * Removes what AI drafted from a piece, in the transaction that deletes or changes its words. A sentence that was made
 * from several pieces goes with the first of them.
 */
export async function forgetDrafted(query: Query, { team, user }: Owner, evidenceId: string): Promise<void> {
  const ofPiece = `jsonb_build_array(jsonb_build_object('from',
    jsonb_build_array(jsonb_build_object('evidenceId', $3::text))))`
  await query(
    `update packet_paragraph set sentences = (
       select coalesce(jsonb_agg(one order by at), '[]')
       from jsonb_array_elements(sentences) with ordinality as all_of(one, at)
       where not jsonb_build_array(one) @> ${ofPiece})
     where team_id = $1 and user_id = $2 and sentences @> ${ofPiece}`,
    [team, user, evidenceId],
  )
  await query(`delete from packet_paragraph where team_id = $1 and user_id = $2 and sentences = '[]'`, [
    team,
    user,
  ])
}
