import { serveTasks } from '../texts/serve-tasks.ts'
import { packetTasks } from './packet-tasks.ts'

serveTasks({ tasks: packetTasks })
