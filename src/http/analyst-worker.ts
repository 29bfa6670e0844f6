import { workerData } from 'node:worker_threads'
import { createAnalyst } from './analyst.ts'
import { answerQuestions } from './thread.ts'

answerQuestions(() => createAnalyst(workerData as string))
