import { workerData } from 'node:worker_threads'
import { answerQuestions } from './thread.ts'
import { createWriter } from './writer.ts'

answerQuestions(() => createWriter(workerData as string))
