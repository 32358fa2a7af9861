import { serveTasks } from './serve-tasks.ts'
import { loadFor, tasks } from './tasks.ts'

serveTasks({ tasks, load: loadFor })
