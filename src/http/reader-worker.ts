import { workerData } from 'node:worker_threads'
import { createReader } from './reader.ts'
import { answerQuestions } from './thread.ts'

answerQuestions(() => createReader(workerData as string))
