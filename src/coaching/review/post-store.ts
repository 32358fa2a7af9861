import type { Owner } from '../../domain/person.ts'
import type { Post } from '../ports.ts'

/**
 * Our posts about a person's pieces. Every call names the owner, and sees nothing of anyone else. Throws
 * CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PostStore {
  /**
   * Records a post of ours or which revision it now shows, and marks the evidence `reviewed` when its kind is
   * `review`. False: the piece was deleted meanwhile, and the post is nobody's.
   */
  savePost(owner: Owner, evidenceId: string, post: Post): Promise<boolean>
  posts(owner: Owner, evidenceId: string): Promise<Post[]>
  forgetPost(owner: Owner, evidenceId: string, post: Post): Promise<void>
}
