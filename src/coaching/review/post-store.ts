import type { Owner } from '../../domain/person.ts'
import type { Post } from '../ports.ts'

/**
 * Our posts about a person's pieces. Every call names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface PostStore {
  /**
   * Records a post of ours, or which revision it now shows. A post of kind `review` marks the evidence `reviewed`.
   * False if the piece was deleted in the meantime, so nobody owns the post.
   */
  savePost(owner: Owner, evidenceId: string, post: Post): Promise<boolean>
  posts(owner: Owner, evidenceId: string): Promise<Post[]>
  forgetPost(owner: Owner, evidenceId: string, post: Post): Promise<void>
}
