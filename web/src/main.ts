import { mount } from 'svelte'
import './style/theme.css'
import './style/base.css'
import App from './shell/App.svelte'

const target = document.getElementById('page')
if (target) mount(App, { target })
