import type { Reader, ReadRequest, ReadResult } from '../../coaching/ports.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { hashed } from '../database/asker.ts'
import { answerForm, answerIn, jsonIn, schemaOf } from './answer-form.ts'
import { makeAskOpenAi, type OpenAiSettings } from './ask-openai.ts'
import { fillPrompt, type ReviewPrompt } from './prompt-files.ts'
import { slots } from './prompt-slots.ts'

/** Enough for nine findings and a model's reasoning. */
const REVIEW = { action: 'review-evidence', form: 'review', retries: 2, mostTokens: 16_000 }

/** Reads evidence with a model through one of OpenAI's APIs. */
export function makeOpenAiReader(settings: OpenAiSettings & { readonly prompt: ReviewPrompt }): Reader {
  const { prompt } = settings
  const ask = makeAskOpenAi(settings, REVIEW)
  const forms = new Map<string, ReturnType<typeof answerForm>>()
  const formOf = (ladder: Ladder, goal: Goal) => {
    const key = `${ladder.id}@${ladder.version} ${goal.current} ${goal.target}`
    const form = forms.get(key) ?? answerForm(ladder, goal)
    forms.set(key, form)
    return form
  }

  const read = async (request: ReadRequest): Promise<ReadResult> => {
    const { ladder, goal, owner, signal } = request
    const { text, model, invalid, use } = await ask({
      owner,
      instructions: prompt.instructions,
      input: fillPrompt(prompt.input, slots(prompt, request)),
      schema: schemaOf(formOf(ladder, goal)),
      cacheKey: hashed(prompt.version, ladder.id, ladder.version, goal.current, goal.target).slice(0, 32),
      signal,
    })
    const answer = invalid === null ? answerIn(jsonIn(text)) : null
    return {
      answer,
      invalid: invalid ?? (answer ? null : 'The answer is not the form that was asked for'),
      asReceived: text,
      model,
      prompt: prompt.version,
      use,
    }
  }
  return { read }
}
